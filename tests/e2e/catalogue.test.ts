import { randomUUID } from 'node:crypto';
import { statusAndCode } from '../support/request';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let admin: User;
let buyer: User;

beforeAll(async () => {
  [admin, buyer] = await Promise.all([shop.admin(), shop.aUser()]);
});
afterAll(() => expectStockAddsUp(shop));

const patch = (productId: string, body: object, token = admin.token) =>
  shop.rest(`/api/products/${productId}`, { method: 'PATCH', token, body });
const restock = (productId: string, quantity: number, token = admin.token) =>
  shop.rest(`/api/products/${productId}/restock`, { token, body: { quantity } });

test('everyone can read the catalogue', async () => {
  const productId = await shop.aProduct({ stock: 8 });
  await shop.place(buyer, [{ productId, quantity: 3 }]);

  const one = await shop.rest(`/api/products/${productId}`);
  const all = await shop.rest(`/api/products?q=${productId}`);

  expect(one.body).toMatchObject({ success: true, product: { productId, name: 'Test product', stock: 5 } });
  // The order is settled meanwhile, which is a revision too.
  expect(all.body.products).toEqual([{ ...one.body.product, revision: expect.any(Number) }]);
});

test('an admin sets name and stock and restocks, and the stock adds up', async () => {
  const productId = await shop.aProduct({ stock: 8 });
  await shop.place(buyer, [{ productId, quantity: 3 }]);

  const renamed = await patch(productId, { name: 'Hat' });
  const adjusted = await patch(productId, { stock: 50 });
  const restocked = await restock(productId, 7);

  const rest = { price: { amount: 0, currency: 'EUR' }, description: '', imageUrl: null, archived: false };
  expect(renamed.body.product).toEqual({ productId, name: 'Hat', stock: 5, ...rest, revision: expect.any(Number) });
  expect(adjusted.body.product.stock).toBe(50);
  expect([restocked.status, restocked.body.product.stock]).toEqual([200, 57]);
});

test('restocks concurrent with orders lose nothing', async () => {
  const productId = await shop.aProduct({ stock: 0 });

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0 ? restock(productId, 2) : shop.place(buyer, [{ productId, quantity: 1 }], { gateway: 1 }),
    ),
  );

  const placed = answers.filter(({ status }) => status === 201).length;
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(await shop.stockOf(productId)).toBe(20 - placed);
});

test('an existing product is not created again', async () => {
  const productId = await shop.aProduct({ stock: 1 });

  const again = await shop.rest('/api/products', { token: admin.token, body: { productId, name: 'Other', stock: 9 } });

  expect([again.status, again.body.code]).toEqual([409, 'PRODUCT_EXISTS']);
  expect(await shop.stockOf(productId)).toBe(1);
});

test('only admins can change the catalogue', async () => {
  const productId = await shop.aProduct({ stock: 1 });
  const attempts = (token: string) => [
    shop.rest('/api/products', { token, body: { productId: `p-${randomUUID()}`, name: 'Mine', stock: 1 } }),
    patch(productId, { stock: 99 }, token),
    restock(productId, 99, token),
  ];

  const asBuyer = await Promise.all(attempts(buyer.token));
  const asNobody = await Promise.all(attempts('no.such.token'));

  expect(asBuyer.map(statusAndCode)).toEqual(Array(3).fill([403, 'FORBIDDEN']));
  expect(asNobody.map(statusAndCode)).toEqual(Array(3).fill([401, 'UNAUTHENTICATED']));
  expect(await shop.stockOf(productId)).toBe(1);
});

test('unknown products and stock above the limit are refused', async () => {
  const productId = await shop.aProduct({ stock: 1_000_000_000 });

  const answers = await Promise.all([
    patch(`no-${randomUUID()}`, { stock: 1 }),
    restock(`no-${randomUUID()}`, 1),
    restock(productId, 1),
    patch(productId, {}),
    patch(productId, { stock: -1 }),
  ]);

  expect(answers.map(statusAndCode)).toEqual([
    [404, 'UNKNOWN_PRODUCT'],
    [404, 'UNKNOWN_PRODUCT'],
    [409, 'STOCK_LIMIT_EXCEEDED'],
    [400, 'VALIDATION_FAILED'],
    [400, 'VALIDATION_FAILED'],
  ]);
});
