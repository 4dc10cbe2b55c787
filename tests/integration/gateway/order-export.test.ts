import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ExportOrdersRequestOutput } from '@orders/proto/order/v1/ExportOrdersRequest';
import type { ExportOrdersResponse } from '@orders/proto/order/v1/ExportOrdersResponse';
import { toStatus } from '@orders/shared/grpc-errors';
import { unavailable } from '@orders/shared/errors';
import { once } from 'node:events';
import { eventually } from '../../support/eventually';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder, shownOrder } from './an-order';

type ExportCall = ServerWritableStream<ExportOrdersRequestOutput, ExportOrdersResponse>;

const path = '/api/admin/orders/export';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await aGateway();
});

const get = (query = '', headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}${path}${query}`, {
    headers: { Authorization: `Bearer ${gateway.keySet.adminToken()}`, ...headers },
  });

/** Each call of the export gets the next of these answers. */
function answerWith(...answers: ((call: ExportCall) => void)[]): ExportOrdersRequestOutput[] {
  const asked: ExportOrdersRequestOutput[] = [];
  gateway.fakes.order = {
    ExportOrders: (call: ExportCall) => {
      asked.push(call.request);
      answers.shift()?.(call);
    },
  };
  return asked;
}

const idOf = (index: number) => `7b0f3f0a-5f3e-4c43-9f43-${String(index).padStart(12, '0')}`;
const aBatch = (first: number): ExportOrdersResponse => ({
  orders: [first, first + 1].map((index) => anOrder({ orderId: idOf(index) })),
  nextPageToken: `behind ${String(first + 1)}`,
});
const allOf =
  (...batches: ExportOrdersResponse[]) =>
  (call: ExportCall) => {
    for (const batch of batches) call.write(batch);
    call.end();
  };
const brokenAfter =
  (...batches: ExportOrdersResponse[]) =>
  (call: ExportCall) => {
    for (const batch of batches) call.write(batch);
    // What was written goes first.
    setTimeout(() => call.emit('error', toStatus(unavailable('this replica is stopping'))), 50);
  };

test('an export is for admins only', async () => {
  const stranger = await sendRequest(gateway.url, path);
  const buyer = await sendRequest(gateway.url, path, { token: gateway.keySet.userToken() });

  expect([stranger.status, stranger.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect([buyer.status, buyer.body.code]).toEqual([403, 'FORBIDDEN']);
});

test('an order a line comes as the API shows orders, with the range and the status that were asked for', async () => {
  const asked = answerWith(allOf(aBatch(0), aBatch(2)));

  const response = await get('?from=2026-11-01&to=2026-11-30T12:00:00%2B02:00&status=Failed');

  const lines = (await response.text()).split('\n');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="orders.ndjson"');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
    [0, 1, 2, 3].map((index) => ({ ...shownOrder, orderId: idOf(index) })),
  );
  expect(asked).toEqual([
    {
      from: { seconds: String(Date.UTC(2026, 10, 1) / 1_000), nanos: 0 },
      to: { seconds: String(Date.UTC(2026, 10, 30, 10) / 1_000), nanos: 0 },
      status: 'ORDER_STATUS_FAILED',
      pageToken: '',
    },
  ]);
});

test('CSV comes where it is asked for, with its head even where there is no order', async () => {
  answerWith(allOf(aBatch(0)), allOf());

  const response = await get('', { Accept: 'text/csv' });
  const empty = await get('', { Accept: 'text/csv' });

  expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  const rows = (await response.text()).split('\r\n');
  expect(rows[0]).toMatch(/^orderId,userId,status,/);
  expect(rows.slice(1)).toEqual([expect.stringMatching(idOf(0)), expect.stringMatching(idOf(1)), '']);
  expect(await empty.text()).toBe(`${rows[0]!}\r\n`);
});

test('without orders the NDJSON is empty, and a HEAD asks for none', async () => {
  const asked = answerWith(allOf());

  expect(await (await get()).text()).toBe('');
  const head = await sendRequest(gateway.url, path, { method: 'HEAD', token: gateway.keySet.adminToken() });

  expect([head.status, head.headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  expect(asked).toHaveLength(1);
});

test.each([
  ['?from=yesterday', 'from'],
  ['?to=2026-13-01', 'to'],
  ['?status=Lost', 'status'],
  ['?limit=5', 'limit'],
  ['?from=2026-11-02&to=2026-11-01', 'to'],
])('the query %s is refused, naming %s', async (query, name) => {
  const response = await get(query);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ path: name }] });
});

test('a stream that breaks off is continued behind its last batch, and the client sees each order once', async () => {
  const asked = answerWith(brokenAfter(aBatch(0)), brokenAfter(), allOf(aBatch(2)));

  const lines = (await (await get()).text()).trim().split('\n');

  expect(lines.map((line) => (JSON.parse(line) as { orderId: string }).orderId)).toEqual([0, 1, 2, 3].map(idOf));
  expect(asked.map(({ pageToken }) => pageToken)).toEqual(['', 'behind 1', 'behind 1']);
  expect(new Set(asked.map(({ to }) => JSON.stringify(to))).size).toBe(1);
});

test('a failure before the first order is answered like any other', async () => {
  const refuse = (call: ExportCall) => call.emit('error', toStatus(unavailable('none')));
  answerWith(refuse, refuse, refuse, refuse);

  const response = await get();

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'UNAVAILABLE' });
});

test('a failure after the first order breaks the connection off, so that it is no complete answer', async () => {
  answerWith((call) => {
    call.write(aBatch(0));
    setTimeout(() => call.emit('error', toStatus(new Error('a bug'))), 50);
  });

  const response = await get();

  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('a client that goes away ends the stream of the order service', async () => {
  const cancelled = Promise.withResolvers<boolean>();
  answerWith((call) => {
    call.write(aBatch(0));
    call.on('cancelled', () => cancelled.resolve(true));
  });
  const going = new AbortController();
  const response = await fetch(`${gateway.url}${path}`, {
    headers: { Authorization: `Bearer ${gateway.keySet.adminToken()}` },
    signal: going.signal,
  });
  await response.body!.getReader().read();

  going.abort();

  expect(await cancelled.promise).toBe(true);
});

test('an admin may have two exports open', async () => {
  const calls: ExportCall[] = [];
  answerWith(...Array.from({ length: 3 }, () => (call: ExportCall) => void calls.push(call)));

  const running = [get(), get()];
  await eventually(() => expect(calls).toHaveLength(2));
  const refused = await get();
  for (const call of calls) allOf(aBatch(0))(call);

  expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 'RATE_LIMITED' })]);
  for (const response of await Promise.all(running)) expect((await response.text()).split('\n')).toHaveLength(3);
});

test('a client that does not read stops the order service from sending', async () => {
  let written = 0;
  answerWith((call) => {
    void (async () => {
      const filler = 'x'.repeat(100_000);
      while (!call.cancelled && written < 2_000) {
        written += 1;
        const hasRoom = call.write({ ...aBatch(0), orders: [anOrder({ reason: filler })] });
        if (!hasRoom) await once(call, 'drain');
      }
    })().catch(() => undefined);
  });
  const response = await get();

  let before = -1;
  await eventually(() => {
    const now = written;
    const isStill = now === before;
    before = now;
    if (!isStill) throw new Error(`it still writes: ${String(now)}`);
  });

  expect(written).toBeLessThan(500);
  await response.body!.cancel();
});
