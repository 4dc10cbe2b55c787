import { DomainError, type ErrorKind } from '@orders/shared/errors';
import type { PlaceOrderRequestOutput } from '@orders/proto/order/v1/PlaceOrderRequest';
import { aGateway, type TestGateway } from './a-gateway';
import { aBody, anOrder, orderId, shownOrder } from './an-order';
import { sendRequest } from '../../support/request';
import { buyerId, strangerId } from './tokens';

let gateway: TestGateway;
let placed: PlaceOrderRequestOutput[];

beforeAll(async () => {
  gateway = await aGateway();
});

beforeEach(() => {
  placed = [];
  gateway.fakes.order = { PlaceOrder: record, PlacePricedOrder: record };
});

const record = (request: PlaceOrderRequestOutput) => {
  placed.push(request);
  return { order: anOrder(), replayed: false };
};

const place = (body: unknown, headers: Record<string, string> = {}) =>
  sendRequest(gateway.url, '/api/order', { method: 'POST', token: gateway.keySet.userToken(), body, headers });

test('a placed order is answered with 201, its location and the order', async () => {
  const answer = await place(aBody());

  expect(answer.status).toBe(201);
  expect(answer.headers.location).toBe(`/api/order/${orderId}`);
  expect(answer.headers['idempotent-replayed']).toBeUndefined();
  expect(answer.body).toEqual({ success: true, message: 'order placed', order: shownOrder });
});

test.each<[string, object]>([
  ['userId', { totalAmount: 2 }],
  ['totalAmount', { userId: buyerId }],
  ['userId and totalAmount', {}],
])('%s need not be sent', async (_what, rest) => {
  const answer = await place({ items: [{ productId: 'prod1', quantity: 2 }], ...rest });

  expect(answer.status).toBe(201);
  expect(placed).toMatchObject([{ userId: buyerId, items: [{ productId: 'prod1', quantity: 2 }] }]);
});

test('an order placed by an earlier request is marked as replayed', async () => {
  gateway.fakes.order.PlaceOrder = () => ({ order: anOrder(), replayed: true });

  const answer = await place(aBody(), { 'Idempotency-Key': 'again' });

  expect(answer.status).toBe(201);
  expect(answer.headers['idempotent-replayed']).toBe('true');
});

test('/api/orders accepts orders like /api/order', async () => {
  const body = aBody();

  const answer = await sendRequest(gateway.url, '/api/orders', { token: gateway.keySet.userToken(), body });

  expect(answer.status).toBe(201);
});

test('an order for which no prices were decided costs nothing in the currency of the shop', async () => {
  gateway.fakes.order.PlaceOrder = () => ({
    order: anOrder({ items: [{ productId: 'prod1', name: 'prod1', quantity: 2 }], total: null }),
    replayed: false,
  });

  expect((await place(aBody())).body.order).toMatchObject({
    items: [{ productId: 'prod1', name: 'prod1', quantity: 2, unitPrice: 0 }],
    total: { amount: 0, currency: 'EUR' },
  });
});

test.each<[object, object | null]>([
  [{}, null],
  [{ total: { amount: 0, currency: 'USD' } }, { amount: '0', currency: 'USD' }],
  [{ total: { amount: 9_007_199_254_740_991, currency: 'EUR' } }, { amount: '9007199254740991', currency: 'EUR' }],
])('the expected total of %j is told to the order service exactly', async (total, expectedTotal) => {
  expect((await place(aBody(total))).status).toBe(201);
  expect(placed[0]?.expectedTotal).toEqual(expectedTotal);
});

test('an order that its buyer expects to pay for goes by a method that services of before prices do not know', async () => {
  const methods: string[] = [];
  for (const method of ['PlaceOrder', 'PlacePricedOrder'] as const) {
    gateway.fakes.order[method] = (request) => {
      methods.push(method);
      return record(request);
    };
  }

  for (const amount of [0, 1]) await place(aBody({ total: { amount, currency: 'EUR' } }));

  expect(methods).toEqual(['PlaceOrder', 'PlacePricedOrder']);
});

test('items of the same product are added up and sorted', async () => {
  const items = [
    { productId: 'b', quantity: 1_000_000 },
    { productId: 'a', quantity: 1 },
    { productId: 'b', quantity: 1_000_000 },
  ];

  const answer = await place(aBody({ items, totalAmount: 2_000_001 }));

  expect(answer.status).toBe(201);
  expect(placed[0]?.items).toMatchObject([
    { productId: 'a', quantity: 1 },
    { productId: 'b', quantity: 2_000_000 },
  ]);
});

test('the same key gives the same order id, another key and no key give others', async () => {
  await place(aBody(), { 'Idempotency-Key': 'one' });
  await place(aBody(), { 'Idempotency-Key': 'one' });
  await place(aBody(), { 'Idempotency-Key': 'two' });
  await place(aBody());
  await place(aBody());

  const ids = placed.map((request) => request.orderId);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(4);
  expect(placed.map((request) => request.hasIdempotencyKey)).toEqual([true, true, true, false, false]);
});

test.each<{ kind: ErrorKind; code: string; status: number }>([
  { kind: 'NOT_FOUND', code: 'UNKNOWN_PRODUCT', status: 404 },
  { kind: 'ILLEGAL_STATE', code: 'PRICE_CHANGED', status: 409 },
  { kind: 'ILLEGAL_STATE', code: 'OUT_OF_STOCK', status: 409 },
  { kind: 'INVALID', code: 'VALIDATION_FAILED', status: 400 },
  { kind: 'CONFLICT', code: 'IDEMPOTENCY_KEY_REUSED', status: 422 },
  { kind: 'UNAVAILABLE', code: 'UNAVAILABLE', status: 503 },
  { kind: 'OVERLOADED', code: 'UNAVAILABLE', status: 503 },
])('$code ($kind) of the order service is answered with $status and the details', async ({ kind, code, status }) => {
  const details = [{ productId: 'prod1', requested: 2, available: 1 }];
  gateway.fakes.order.PlaceOrder = () => {
    throw new DomainError(kind, { code, message: 'a sentence', details });
  };

  const answer = await place(aBody());

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ success: false, code, message: 'a sentence', details });
  expect(answer.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
});

test('an unexpected error does not reveal its text', async () => {
  gateway.fakes.order.PlaceOrder = () => {
    throw new Error('secret inner text');
  };

  const answer = await place(aBody());

  expect(answer.status).toBe(500);
  expect(answer.body).toMatchObject({ success: false, code: 'INTERNAL', message: 'internal error' });
  expect(answer.text).not.toContain('secret');
});

test('without a token nothing else is checked', async () => {
  const answer = await sendRequest(gateway.url, '/api/order', { method: 'POST', body: '{broken' });

  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('an order for another account is refused before its total is checked', async () => {
  const answer = await place(aBody({ userId: strangerId, totalAmount: 7 }));

  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ code: 'NOT_YOUR_ACCOUNT' });
  expect(placed).toEqual([]);
});

test('a malformed body is reported before the account is checked', async () => {
  const answer = await place(aBody({ userId: strangerId, items: [] }));

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED' });
});

test('a total that is not the sum of the quantities is refused', async () => {
  const answer = await place(aBody({ totalAmount: 3 }));

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'TOTAL_MISMATCH', details: { totalAmount: 3, sum: 2 } });
});

test('every problem is reported with its path', async () => {
  const items = [
    { productId: 'no spaces', quantity: 0 },
    { productId: 'ok', quantity: 1, price: 5 },
  ];

  const answer = await place({ userId: 'x', items, color: 'red' }, { 'Idempotency-Key': 'k'.repeat(256) });

  const paths = (answer.body.details as { path: string }[]).map(({ path }) => path).sort();
  expect(answer.status).toBe(400);
  expect(paths).toEqual(
    ['Idempotency-Key', 'color', 'items.0.productId', 'items.0.quantity', 'items.1.price', 'userId'].sort(),
  );
});
