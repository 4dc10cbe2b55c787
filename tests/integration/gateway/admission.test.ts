import { request as httpRequest } from 'node:http';
import { sendRequest, statusAndCode } from '../../support/request';
import { eventually } from '../../support/eventually';
import { aGateway, stopGateways, type TestGateway } from './a-gateway';
import { aBody, anOrder, orderId } from './an-order';

let gateway: TestGateway;
/** Answers one order that waits. */
let waiting: (() => void)[];

beforeEach(async () => {
  gateway = await aGateway({ config: { MAX_REQUESTS_IN_FLIGHT: 2 } });
  waiting = [];
  gateway.fakes.order = {
    PlaceOrder: () => new Promise((resolve) => waiting.push(() => resolve({ order: anOrder(), replayed: false }))),
    WatchOrder: (call) => void call.write({ order: anOrder() }),
    GetOrder: () => ({ order: anOrder() }),
  };
});
afterEach(stopGateways);

const place = () =>
  sendRequest(gateway.url, '/api/order', { method: 'POST', token: gateway.keySet.userToken(), body: aBody() });
const untilWaiting = (count: number) => eventually(() => expect(waiting).toHaveLength(count));
const answerAll = () => waiting.splice(0).forEach((answer) => answer());

/** Begins a request and does not end it. */
const begin = (path: string, { method, headers = {} }: { method: string; headers?: Record<string, string> }) => {
  const request = httpRequest(`${gateway.url}${path}`, {
    method,
    agent: false,
    headers: { Authorization: `Bearer ${gateway.keySet.userToken()}`, ...headers },
  });
  return request.on('error', () => undefined);
};

test('above the limit requests get 503 at once, and are accepted again below it', async () => {
  const accepted = [place(), place()];
  await untilWaiting(2);

  const refused = await place();
  const read = await sendRequest(gateway.url, '/api/products');
  answerAll();
  const answers = await Promise.all(accepted);
  const later = place();
  await untilWaiting(1);
  answerAll();

  expect([statusAndCode(refused), refused.headers['retry-after']]).toEqual([[503, 'UNAVAILABLE'], '1']);
  expect(statusAndCode(read)).toEqual([503, 'UNAVAILABLE']);
  expect([...answers, await later].map(({ status }) => status)).toEqual([201, 201, 201]);
});

test('of many parallel requests no more than the limit are worked on', async () => {
  const answers = Promise.all(Array.from({ length: 20 }, place));
  await untilWaiting(2);
  answerAll();

  expect((await answers).filter(({ status }) => status === 201)).toHaveLength(2);
});

test('above the limit a request is answered before its body has arrived', async () => {
  const accepted = [place(), place()];
  await untilWaiting(2);

  const unfinished = begin('/api/order', { method: 'POST', headers: { 'Content-Length': '500' } });
  const status = new Promise((resolve) => unfinished.on('response', (response) => resolve(response.statusCode)));
  unfinished.write('{');
  const answered = await status;
  unfinished.destroy();
  answerAll();
  await Promise.all(accepted);

  expect(answered).toBe(503);
});

test('requests still being received do not count', async () => {
  const slow = Array.from({ length: 5 }, () => {
    const request = begin('/api/order', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': '500' },
    });
    request.write('{');
    return request;
  });
  const accepted = [place(), place()];

  await untilWaiting(2);
  answerAll();
  const answers = await Promise.all(accepted);
  for (const request of slow) request.destroy();

  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
});

test('open event streams do not count', async () => {
  const streams = await Promise.all(
    Array.from(
      { length: 5 },
      () =>
        new Promise<() => void>((resolve) => {
          const request = begin(`/api/order/${orderId}/events`, { method: 'GET' });
          request.on('response', (response) => {
            expect(response.statusCode).toBe(200);
            response.resume().on('error', () => undefined);
            resolve(() => request.destroy());
          });
          request.end();
        }),
    ),
  );

  const read = await sendRequest(gateway.url, `/api/order/${orderId}`, { token: gateway.keySet.userToken() });
  for (const leave of streams) leave();

  expect(read.status).toBe(200);
});
