import fc from 'fast-check';
import { bodyText, mergeItems, placedOrder, type Item } from './order';

const items = fc.array(
  fc.record({ productId: fc.constantFrom('a', 'b', 'B', 'c-1'), quantity: fc.integer({ min: 1, max: 1_000 }) }),
  { minLength: 1, maxLength: 20 },
);

test('merging keeps every quantity, names each product once, and does not care for the order of the lines', () => {
  fc.assert(
    fc.property(items, (lines) => {
      const merged = mergeItems(lines);

      const total = (list: Item[]) => list.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(total(merged)).toBe(total(lines));
      expect(new Set(merged.map(({ productId }) => productId)).size).toBe(merged.length);
      expect(mergeItems([...lines].reverse())).toEqual(merged);
    }),
  );
});

test('bodies have equal texts only when they mean the same', () => {
  const body = (userId: string, quantity: number) => bodyText({ userId, items: [{ productId: 'a', quantity }] });

  expect(body('u', 1)).toBe(body('u', 1));
  expect(new Set([body('u', 1), body('u', 2), body('v', 1)]).size).toBe(3);
});

test('the total of a placed order is the sum of its quantities', () => {
  const at = new Date('2026-01-01');

  const order = placedOrder(
    {
      orderId: 'o',
      userId: 'u',
      items: [
        { productId: 'a', quantity: 2 },
        { productId: 'b', quantity: 3 },
      ],
    },
    { bodyHash: 'h', epoch: 4, at },
  );

  expect(order).toMatchObject({ totalAmount: 5, status: 'Pending', revision: 1, epoch: 4, createdAt: at });
});
