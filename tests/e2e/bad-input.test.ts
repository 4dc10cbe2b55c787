import { randomUUID } from 'node:crypto';
import type { RequestOptions } from '../support/request';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, orderBody, password, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyer: User;
let admin: User;
let productId: string;

beforeAll(async () => {
  [buyer, admin] = await Promise.all([shop.aUser(), shop.admin()]);
  productId = await shop.aProduct({ stock: 10 });
});
afterAll(async () => {
  const { orders } = await expectStockAddsUp(shop);
  expect(orders).toEqual([]);
  expect(await shop.stockOf(productId)).toBe(10);
});

const good = () => orderBody(buyer.userId, [{ productId, quantity: 1 }]);
const text = () => JSON.stringify(good());

const badOrders: [string, () => RequestOptions][] = [
  ['malformed JSON', () => ({ body: text().slice(0, -1) })],
  ['JSON with a tail', () => ({ body: `${text()}}` })],
  ['two bodies', () => ({ body: text() + text() })],
  ['an array', () => ({ body: [good()] })],
  ['null', () => ({ body: 'null' })],
  ['nothing', () => ({ method: 'POST' })],
  ['XML', () => ({ body: '<order/>', headers: { 'Content-Type': 'application/xml' } })],
  ['a form', () => ({ body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
  ['an operator for the user', () => ({ body: { ...good(), userId: { $gt: '' } } })],
  ['an operator for the product', () => ({ body: { ...good(), items: [{ productId: { $gt: '' }, quantity: 1 }] } })],
  ['a quantity in text', () => ({ body: { ...good(), items: [{ productId, quantity: '1' }] } })],
  ['a quantity of a half', () => ({ body: { ...good(), items: [{ productId, quantity: 0.5 }], totalAmount: 0.5 } })],
  ['a quantity below 0', () => ({ body: { ...good(), items: [{ productId, quantity: -1 }], totalAmount: -1 } })],
  ['NaN', () => ({ body: text().replace('"quantity":1', '"quantity":NaN') })],
  ['1e400', () => ({ body: text().replace('"quantity":1', '"quantity":1e400') })],
  ['2^53 + 1', () => ({ body: text().replace('"quantity":1', '"quantity":9007199254740993') })],
  [
    'a line break in the product',
    () => ({ body: { ...good(), items: [{ productId: `${productId}\n`, quantity: 1 }] } }),
  ],
  ['a NUL in the product', () => ({ body: { ...good(), items: [{ productId: `a\u0000`, quantity: 1 }] } })],
  ['__proto__', () => ({ body: text().replace('{', '{"__proto__":{"role":"admin"},') })],
  ['constructor', () => ({ body: { ...good(), constructor: { prototype: { role: 'admin' } } } })],
  ['a status', () => ({ body: { ...good(), status: 'Processed' } })],
  ['an id of its own', () => ({ body: { ...good(), orderId: randomUUID() } })],
  ['a megabyte', () => ({ body: { ...good(), note: 'x'.repeat(1_000_000) } })],
  ['deep nesting', () => ({ body: `{"items":${'['.repeat(5_000)}${']'.repeat(5_000)}}` })],
  [
    '101 items',
    () => ({
      body: orderBody(
        buyer.userId,
        Array.from({ length: 101 }, () => ({ productId, quantity: 1 })),
      ),
    }),
  ],
  ['a key of 256 characters', () => ({ body: good(), headers: { 'Idempotency-Key': 'k'.repeat(256) } })],
  ['an empty key', () => ({ body: good(), headers: { 'Idempotency-Key': '' } })],
  ['a key with a tab', () => ({ body: good(), headers: { 'Idempotency-Key': 'a\tb' } })],
  ['a length that is too long', () => ({ body: text(), headers: { 'Content-Length': String(text().length + 5) } })],
];

test.each(badOrders)('an order of %s is a 4xx with a code, and nothing is stored', async (_what, make) => {
  const answer = await shop.rest('/api/order', { token: buyer.token, ...make() });

  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body).toMatchObject({ success: false, code: expect.stringMatching(/^[A-Z_]+$/) });
  expect((await shop.rest('/api/orders', { token: buyer.token })).body.orders).toEqual([]);
});

const credentials = () => ({ email: buyer.email, password });
const badRequests: [string, string, () => RequestOptions][] = [
  ['an operator for the password', '/api/auth/login', () => ({ body: { ...credentials(), password: { $gt: '' } } })],
  ['an operator for the address', '/api/auth/login', () => ({ body: { ...credentials(), email: { $ne: null } } })],
  ['an unknown field', '/api/auth/login', () => ({ body: { ...credentials(), admin: true } })],
  ['a role', '/api/auth/register', () => ({ body: { ...credentials(), name: 'Eve', role: 'admin' } })],
  ['a mail header in the name', '/api/auth/register', () => ({ body: { ...credentials(), name: 'Eve\r\nBcc: all' } })],
  [
    'a mail header in the address',
    '/api/auth/register',
    () => ({
      body: { name: 'Eve', email: 'eve@example.org\r\nBcc: all@example.org', password },
    }),
  ],
  [
    'a password of a megabyte',
    '/api/auth/register',
    () => ({ body: { ...credentials(), name: 'E', password: 'x'.repeat(1e6) } }),
  ],
  ['an operator for the token', '/api/auth/refresh', () => ({ body: { refreshToken: { $gt: '' } } })],
  ['a list of limits', '/api/orders?limit=1&limit=2', () => ({ token: buyer.token })],
  ['an operator in the query', '/api/orders?status[$ne]=Failed', () => ({ token: buyer.token })],
  ['an encoded NUL in the path', '/api/products/a%00b', () => ({})],
  ['broken encoding in the path', '/api/products/%E0%A4%A', () => ({})],
  ['a path upwards', '/api/products/..%2F..%2Fetc%2Fpasswd', () => ({})],
  ['a fraction for a restock', '/api/products/prod1/restock', () => ({ token: admin.token, body: { quantity: 1.5 } })],
  [
    'a product without a name',
    '/api/products',
    () => ({ token: admin.token, body: { productId: 'x', name: ' ', stock: 1 } }),
  ],
];

test.each(badRequests)('%s at %s is a 4xx with a code', async (_what, path, make) => {
  const answer = await shop.rest(path, make());

  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body).toMatchObject({ success: false, code: expect.stringMatching(/^[A-Z_]+$/) });
});

test('after all these requests the system works as before', async () => {
  const answers = await Promise.all([
    shop.rest('/api/products'),
    shop.rest('/api/auth/login', { body: credentials() }),
    shop.rest('/api/orders', { token: buyer.token }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});
