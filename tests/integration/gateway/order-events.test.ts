import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Order } from '@orders/proto/order/v1/Order';
import type { WatchOrderRequestOutput } from '@orders/proto/order/v1/WatchOrderRequest';
import type { WatchOrderResponse } from '@orders/proto/order/v1/WatchOrderResponse';
import { DomainError } from '@orders/shared/errors';
import { toStatus } from '@orders/shared/grpc-errors';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { eventually } from '../../support/eventually';
import { aGateway, stopGateways, type TestGateway } from './a-gateway';
import { anOrder, orderId, shownOrder } from './an-order';
import { sendRequest } from '../../support/request';
import { requiredVariable } from '../../support/test-database';
import { buyerId } from './tokens';

type Watch = ServerWritableStream<WatchOrderRequestOutput, WatchOrderResponse>;

let gateway: TestGateway;
let watches: Watch[];

beforeEach(async () => {
  gateway = await aGateway();
  watches = [];
  gateway.fakes.order.WatchOrder = (call) => void watches.push(call);
});
afterEach(stopGateways);

interface Follower {
  text: () => string;
  headers: () => IncomingMessage['headers'] | undefined;
  hasEnded: () => boolean;
  leave: () => void;
}

const withoutRetry = (text: string) => text.replace(/^(event: status\nid: \d+\n)retry: [1-5]\d{3}\n/, '$1');

function follow(path = `/api/order/${orderId}/events`): Follower {
  let text = '';
  let ended = false;
  let headers: IncomingMessage['headers'] | undefined;
  const request = httpRequest(`${gateway.url}${path}`, {
    headers: { Authorization: `Bearer ${gateway.keySet.userToken()}` },
    agent: false,
  });
  request.on('error', () => undefined);
  request.on('response', (response) => {
    headers = response.headers;
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('end', () => (ended = true)).on('error', () => undefined);
  });
  request.end();
  return {
    text: () => withoutRetry(text),
    headers: () => headers,
    hasEnded: () => ended,
    leave: () => request.destroy(),
  };
}

const event = (id: number, order: object) => `event: status\nid: ${id}\ndata: ${JSON.stringify(order)}\n\n`;
const tell = (watch: Watch | undefined, order: Order) => watch?.write({ order: anOrder(order) });
const watchNumber = async (index: number) => {
  await eventually(() => expect(watches.length).toBeGreaterThan(index));
  return watches[index];
};

test('a stream sends the current status at once, then each change, and ends after a final one', async () => {
  const follower = follow();
  const watch = await watchNumber(0);
  tell(watch, { revision: 1 });
  await eventually(() => expect(follower.text()).toBe(event(1, shownOrder)));

  tell(watch, { revision: 2, status: 'ORDER_STATUS_PROCESSED' });

  await eventually(() => expect(follower.hasEnded()).toBe(true));
  expect(follower.text()).toBe(event(1, shownOrder) + event(2, { ...shownOrder, status: 'Processed' }));
  expect(follower.headers()).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(watch?.request).toEqual({ orderId, userId: buyerId });
});

test('a broken stream behind the gateway is reopened, and nothing is sent twice', async () => {
  const follower = follow(`/api/orders/${orderId}/events`);
  const first = await watchNumber(0);
  tell(first, { revision: 3 });
  await eventually(() => expect(follower.text()).toBe(event(3, shownOrder)));

  first?.emit('error', toStatus(new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'stopping' })));
  const second = await watchNumber(1);
  tell(second, { revision: 3 });
  tell(second, { revision: 2 });
  tell(second, { revision: 4, status: 'ORDER_STATUS_CANCELLED' });

  await eventually(() => expect(follower.hasEnded()).toBe(true));
  expect(follower.text()).toBe(event(3, shownOrder) + event(4, { ...shownOrder, status: 'Cancelled' }));
});

test.each<['NOT_FOUND' | 'UNAVAILABLE', string, number]>([
  ['NOT_FOUND', 'ORDER_NOT_FOUND', 404],
  ['UNAVAILABLE', 'UNAVAILABLE', 503],
])('%s before the first event is answered as JSON', async (kind, code, status) => {
  gateway.fakes.order.WatchOrder = (call) =>
    void call.emit('error', toStatus(new DomainError(kind, { code, message: 'no' })));

  const answer = await sendRequest(gateway.url, `/api/order/${orderId}/events`, { token: gateway.keySet.userToken() });

  expect(answer.status).toBe(status);
  expect(answer.body.code).toBe(code);
});

test('a client that disconnects ends the stream behind the gateway', async () => {
  const follower = follow();
  const watch = await watchNumber(0);
  tell(watch, { revision: 1 });
  await eventually(() => expect(follower.text()).not.toBe(''));

  follower.leave();

  await eventually(() => expect(watch?.cancelled).toBe(true));
  expect(watches).toHaveLength(1);
});

test('draining ends the streams, so that clients reconnect to another replica', async () => {
  const follower = follow();
  tell(await watchNumber(0), { revision: 1 });
  await eventually(() => expect(follower.text()).not.toBe(''));

  await gateway.drain();

  await eventually(() => expect(follower.hasEnded()).toBe(true));
});

const returnWith = (lastEventId: string, order: Order) => {
  gateway.fakes.order.WatchOrder = (call) => void call.write({ order: anOrder(order) });
  return sendRequest(gateway.url, `/api/order/${orderId}/events`, {
    token: gateway.keySet.userToken(),
    headers: { 'Last-Event-ID': lastEventId },
  });
};
const settled: Order = { revision: 2, status: 'ORDER_STATUS_PROCESSED' };

test('a client that returns with the id of a final event gets 204, which stops an EventSource', async () => {
  const answer = await returnWith('2', settled);

  expect([answer.status, answer.text]).toEqual([204, '']);
});

test.each(['1', '', 'x', '-5', '2e9', '9'.repeat(400)])(
  'with the id %j the final event is sent',
  async (lastEventId) => {
    const answer = await returnWith(lastEventId, settled);

    expect(answer.status).toBe(200);
    expect(withoutRetry(answer.text)).toBe(event(2, { ...shownOrder, status: 'Processed' }));
  },
);

test('a client that returns to a pending order gets its current status and each change', async () => {
  const answered = returnWith('1', { revision: 1 });
  gateway.fakes.order.WatchOrder = (call) => void watches.push(call);
  const watch = await watchNumber(0);
  tell(watch, { revision: 1 });
  tell(watch, settled);

  expect(withoutRetry((await answered).text)).toBe(
    event(1, shownOrder) + event(2, { ...shownOrder, status: 'Processed' }),
  );
});

test('HEAD reads the order and opens no stream', async () => {
  gateway.fakes.order.GetOrder = () => ({ order: anOrder() });

  const answer = await sendRequest(gateway.url, `/api/order/${orderId}/events`, {
    method: 'HEAD',
    token: gateway.keySet.userToken(),
  });

  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/event-stream']);
  expect(watches).toEqual([]);
});

test.each(['without', 'with'])(
  '%s Redis a user has at most 20 streams open, and may open another once one has ended',
  async (how) => {
    if (how === 'with') {
      gateway = await aGateway({
        redis: { host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) },
      });
      gateway.fakes.order.WatchOrder = (call) => void watches.push(call);
    }
    const followers = Array.from({ length: 20 }, () => follow());
    await watchNumber(19);
    for (const watch of watches) tell(watch, { revision: 1 });
    await eventually(() => expect(followers.every(({ headers }) => headers())).toBe(true));
    const another = () =>
      sendRequest(gateway.url, `/api/order/${orderId}/events`, { token: gateway.keySet.userToken() });

    const refused = await another();
    followers[0]?.leave();
    await eventually(() => expect(watches.filter(({ cancelled }) => cancelled)).toHaveLength(1));
    const allowed = follow();

    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.body.message).toContain('at most 20 event streams');
    expect(refused.headers['retry-after']).toBe('5');
    tell(await watchNumber(20), { revision: 1 });
    await eventually(() => expect(allowed.headers()).toBeDefined());
    for (const follower of [...followers, allowed]) follower.leave();
  },
);
