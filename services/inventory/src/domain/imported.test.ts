import { importedOrder } from './imported';
import { importedProduct } from './imported';

const createdAt = new Date('2020-01-01T00:00:00Z');
const orderId = '4f3f0f6e-6f0c-4d5e-9b8e-0123456789ab';
const userId = 'a1b2c3d4e5f6a1b2c3d4e5f6';

test('a product is imported with its stock as the initial one', () => {
  expect(importedProduct({ productId: 'prod1', name: 'Shirt', stock: 10, createdAt })).toMatchObject({
    productId: 'prod1',
    name: 'Shirt',
    available: 10,
    initial: 10,
    createdAt,
  });
});

test('a product without a name gets its id as name', () => {
  expect(importedProduct({ productId: 'prod1', name: undefined, stock: 0, createdAt })).toMatchObject({
    name: 'prod1',
  });
});

test.each([
  ['a b', 1, 'id'],
  [undefined, 1, 'id'],
  ['a'.repeat(65), 1, 'id'],
  ['a', -1, 'stock'],
  ['a', 1.5, 'stock'],
  ['a', 1_000_000_001, 'stock'],
  ['a', '5', 'stock'],
  ['a', undefined, 'stock'],
])('a product with the id %p and the stock %p is refused for its %s', (productId, stock, what) => {
  const refused = importedProduct({ productId, name: 'A', stock, createdAt });

  expect(refused).toEqual({ reason: expect.stringContaining(`its ${what} `) });
});

test('the body of an order is its user and its items, merged and sorted', () => {
  const items = [
    { productId: 'b', quantity: 1 },
    { productId: 'a', quantity: 2 },
    { productId: 'b', quantity: 3 },
  ];

  expect(importedOrder({ orderId: orderId.toUpperCase(), userId, items })).toEqual({
    orderId,
    items: [
      { productId: 'a', quantity: 2 },
      { productId: 'b', quantity: 4 },
    ],
    bodyText: `["${userId}",["a",2],["b",4]]`,
  });
});

test.each([
  [{ orderId: 'order-1' }, 'UUID'],
  [{ userId: 'bob' }, 'user id'],
  [{ items: [] }, 'no items'],
  [{ items: undefined }, 'no items'],
  [{ items: [null] }, 'an item'],
  [{ items: [{ productId: 'a', quantity: 0 }] }, 'an item'],
  [{ items: [{ productId: 'a', quantity: 0.5 }] }, 'an item'],
  [{ items: [{ quantity: 1 }] }, 'an item'],
])('an order with %j is refused', (given, what) => {
  const refused = importedOrder({ orderId, userId, items: [{ productId: 'a', quantity: 1 }], ...given });

  expect(refused).toEqual({ reason: expect.stringContaining(what) });
});
