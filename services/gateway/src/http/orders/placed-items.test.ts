import { mergeItems, totalOf } from './placed-items';

test('items of the same product are added up', () => {
  const merged = mergeItems([
    { productId: 'a', quantity: 1 },
    { productId: 'a', quantity: 2 },
  ]);

  expect(merged).toEqual([{ productId: 'a', quantity: 3 }]);
});

test('items that mean the same look the same, in whatever order they came', () => {
  const one = mergeItems([
    { productId: 'b', quantity: 1 },
    { productId: 'B', quantity: 1 },
    { productId: 'a', quantity: 1 },
  ]);
  const other = mergeItems([
    { productId: 'a', quantity: 1 },
    { productId: 'b', quantity: 1 },
    { productId: 'B', quantity: 1 },
  ]);

  expect(one).toEqual(other);
  expect(one.map(({ productId }) => productId)).toEqual(['B', 'a', 'b']);
});

test('products that are called like parts of an object are products', () => {
  const items = [
    { productId: '__proto__', quantity: 1 },
    { productId: 'constructor', quantity: 2 },
  ];

  expect(mergeItems(items)).toEqual(items);
  expect(totalOf(items)).toBe(3);
});
