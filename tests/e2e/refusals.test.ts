import { randomUUID } from 'node:crypto';
import type { HttpResponse } from '../support/request';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, orderBody, password, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyer: User;
let productId: string;

beforeAll(async () => {
  buyer = await shop.aUser();
  productId = await shop.aProduct({ stock: 10 });
});
afterAll(async () => {
  expect(await shop.stockOf(productId)).toBe(10);
  await expectStockAddsUp(shop);
});

const items = () => [{ productId, quantity: 1 }];
const orderPath = (id = randomUUID() as string) => `/api/order/${id}`;

/** Every failure has the same form, and its own code. */
function expectRefusal({ status, headers, body }: HttpResponse, wanted: [status: number, code: string]): void {
  expect([status, body.code]).toEqual(wanted);
  expect(body).toMatchObject({ success: false, message: expect.any(String), requestId: headers['x-request-id'] });
}

test.each<[string, () => Promise<HttpResponse>, [number, string]]>([
  ['an order of nothing', () => shop.place(buyer, []), [400, 'VALIDATION_FAILED']],
  ['an unknown field', () => shop.place(buyer, items(), { body: { price: 1 } }), [400, 'VALIDATION_FAILED']],
  [
    'a total that is not the sum',
    () => shop.place(buyer, items(), { body: { totalAmount: 2 } }),
    [400, 'TOTAL_MISMATCH'],
  ],
  ['a caller without a token', () => shop.place({ ...buyer, token: '' }, items()), [401, 'UNAUTHENTICATED']],
  [
    "another user's account",
    () => shop.place(buyer, items(), { body: { userId: 'f'.repeat(24) } }),
    [403, 'NOT_YOUR_ACCOUNT'],
  ],
  [
    'an unknown product',
    () => shop.place(buyer, [...items(), { productId: `no-${randomUUID()}`, quantity: 1 }]),
    [404, 'UNKNOWN_PRODUCT'],
  ],
  ['more than is in stock', () => shop.place(buyer, [{ productId, quantity: 11 }]), [409, 'OUT_OF_STOCK']],
  [
    'a body of more than 100 kB',
    () => shop.place(buyer, items(), { body: { note: 'x'.repeat(103_000) } }),
    [413, 'PAYLOAD_TOO_LARGE'],
  ],
])('placing an order with %s is refused with its code', async (_what, place, wanted) => {
  expectRefusal(await place(), wanted);
});

test.each<[string, () => Promise<HttpResponse>, [number, string]]>([
  ['no uuid', () => shop.rest(orderPath('17'), { token: buyer.token }), [400, 'VALIDATION_FAILED']],
  ['no token', () => shop.rest(orderPath()), [401, 'UNAUTHENTICATED']],
  ['an unknown id', () => shop.rest(orderPath(), { token: buyer.token }), [404, 'ORDER_NOT_FOUND']],
  [
    'an unknown id to cancel',
    () => shop.rest(`${orderPath()}/cancel`, { method: 'POST', token: buyer.token }),
    [404, 'ORDER_NOT_FOUND'],
  ],
  [
    'an unknown id to watch',
    () => shop.rest(`${orderPath()}/events`, { token: buyer.token }),
    [404, 'ORDER_NOT_FOUND'],
  ],
  ['no token to watch', () => shop.rest(`${orderPath()}/events`), [401, 'UNAUTHENTICATED']],
  ['a limit of 0', () => shop.rest('/api/orders?limit=0', { token: buyer.token }), [400, 'VALIDATION_FAILED']],
  ['a limit of 101', () => shop.rest('/api/orders?limit=101', { token: buyer.token }), [400, 'VALIDATION_FAILED']],
  ['an unknown status', () => shop.rest('/api/orders?status=Lost', { token: buyer.token }), [400, 'VALIDATION_FAILED']],
  ['a history without a token', () => shop.rest('/api/orders'), [401, 'UNAUTHENTICATED']],
  ['an unknown product', () => shop.rest(`/api/products/no-${randomUUID()}`), [404, 'UNKNOWN_PRODUCT']],
  ['an unknown address', () => shop.rest('/api/nothing'), [404, 'NOT_FOUND']],
  ['a method that is not there', () => shop.rest('/api/products', { method: 'PATCH' }), [405, 'METHOD_NOT_ALLOWED']],
])('a request with %s is refused with its code', async (_what, sendRequest, wanted) => {
  expectRefusal(await sendRequest(), wanted);
});

test('every list refuses a made-up cursor in the same words', async () => {
  const { token } = await shop.admin();
  const webhook = { url: 'http://127.0.0.1:9/', events: ['order.failed'] };
  const { id } = (await shop.rest('/api/admin/webhooks', { token, body: webhook })).body.webhook as { id: string };
  const lists = [
    'orders',
    'products',
    'admin/orders',
    'admin/dlq',
    'admin/audit-log',
    `admin/webhooks/${id}/deliveries`,
  ];

  for (const list of lists) {
    const answer = await shop.rest(`/api/${list}?cursor=abc`, { token });
    expectRefusal(answer, [400, 'VALIDATION_FAILED']);
    expect(answer.body.details).toEqual([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  }
  await shop.rest(`/api/admin/webhooks/${id}`, { method: 'DELETE', token });
});

test("another user's order looks like one that does not exist", async () => {
  const stranger = await shop.aUser();
  const own = await shop.aProduct({ stock: 1 });
  const { orderId } = (await shop.place(buyer, [{ productId: own, quantity: 1 }])).body.order;

  const answers = await Promise.all([
    shop.rest(orderPath(orderId), { token: stranger.token }),
    shop.rest(`${orderPath(orderId)}/cancel`, { method: 'POST', token: stranger.token }),
    shop.rest(`${orderPath(orderId)}/events`, { token: stranger.token }),
  ]);

  for (const answer of answers) expectRefusal(answer, [404, 'ORDER_NOT_FOUND']);
  expect((await shop.untilFinal(buyer, orderId)).status).toBe('Processed');
});

test('every problem of an order is named with its path', async () => {
  const body = { ...orderBody('nobody', [{ productId: '?', quantity: 0 }]), color: 'red', totalAmount: 'many' };

  const answer = await shop.rest('/api/order', { token: buyer.token, body });

  expect(answer.body.details.map(({ path }: { path: string }) => path).sort()).toEqual([
    'color',
    'items.0.productId',
    'items.0.quantity',
    'totalAmount',
    'userId',
  ]);
});

test('an address is accepted in any case, and an unknown one looks like a wrong password', async () => {
  const taken = await shop.rest('/api/auth/register', {
    body: { name: 'Eve', email: buyer.email.toUpperCase(), password },
  });
  const wrong = await shop.rest('/api/auth/login', { body: { email: buyer.email, password: 'not this one' } });
  const unknown = await shop.rest('/api/auth/login', { body: { email: `x${buyer.email}`, password } });

  expectRefusal(taken, [409, 'EMAIL_TAKEN']);
  expectRefusal(wrong, [401, 'INVALID_CREDENTIALS']);
  expectRefusal(unknown, [401, 'INVALID_CREDENTIALS']);
  expect(unknown.body.message).toBe(wrong.body.message);
});
