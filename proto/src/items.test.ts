import fc from 'fast-check';
import { item, items, mergedItems, mergeItems, orderBodyText, totalQuantity } from './items';

const messagesOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message);

test.each([0, -1, 1.5, 1_000_001, '2', null, Number.NaN])('a quantity of %p is refused with its bounds', (quantity) => {
  expect(messagesOf(item.safeParse({ productId: 'a', quantity }))).toEqual([
    'must be a whole number from 1 to 1,000,000',
  ]);
});

test.each(['', 'a'.repeat(65), 'a b', 'ä', '.', '..'])('%p is not a product id', (productId) => {
  expect(messagesOf(item.safeParse({ productId, quantity: 1 }))).toEqual([
    'must be 1 to 64 of the characters A-Z a-z 0-9 . _ -, and not . or ..',
  ]);
});

test.each(['...', '.a', 'a.', '-'])('%p is a product id', (productId) => {
  expect(item.safeParse({ productId, quantity: 1 }).success).toBe(true);
});

test('a buyer may name a product twice, services may not', () => {
  const twice = [
    { productId: 'a', quantity: 1 },
    { productId: 'a', quantity: 2 },
  ];

  expect(items.safeParse(twice).success).toBe(true);
  expect(messagesOf(mergedItems.safeParse(twice))).toEqual(['must name each product once']);
});

test('all items of an order may name one product', () => {
  const most = Array.from({ length: 100 }, () => ({ productId: 'a', quantity: 1_000_000 }));

  expect(mergedItems.parse(mergeItems(items.parse(most)))).toEqual([{ productId: 'a', quantity: 100_000_000 }]);
  expect(messagesOf(items.safeParse([...most, ...most]))).toEqual(['must have at most 100 items']);
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
  expect(orderBodyText({ userId: 'u', items: one })).toBe('["u",["B",1],["a",1],["b",1]]');
});

test('product ids that are names of object properties are product ids', () => {
  const given = [
    { productId: '__proto__', quantity: 1 },
    { productId: 'constructor', quantity: 2 },
  ];

  expect(mergeItems(given)).toEqual(given);
  expect(totalQuantity(given)).toBe(3);
});

test('merging keeps every quantity, names each product once, and ignores the order of the items', () => {
  const anItem = fc.record({
    productId: fc.constantFrom('a', 'b', 'B', 'c-1'),
    quantity: fc.integer({ min: 1, max: 1_000 }),
  });

  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1, maxLength: 20 }), (all) => {
      const merged = mergeItems(all);

      expect(totalQuantity(merged)).toBe(totalQuantity(all));
      expect(new Set(merged.map(({ productId }) => productId)).size).toBe(merged.length);
      expect(mergeItems([...all].reverse())).toEqual(merged);
    }),
  );
});

test('bodies have equal texts only if they order the same', () => {
  const body = (userId: string, quantity: number) => orderBodyText({ userId, items: [{ productId: 'a', quantity }] });

  expect(body('u', 1)).toBe(body('u', 1));
  expect(new Set([body('u', 1), body('u', 2), body('v', 1)]).size).toBe(3);
});
