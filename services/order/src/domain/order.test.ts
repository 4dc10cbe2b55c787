import { nextRepublishAt, placedOrder } from './order';

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

test.each([
  [0, 10],
  [1, 20],
  [2, 40],
  [8, 2_560],
  [9, 3_600],
  [1_000, 3_600],
])('after %i times the next one is %i seconds away', (times, seconds) => {
  const now = new Date('2026-01-01T00:00:00Z');

  expect(nextRepublishAt(times, now).getTime() - now.getTime()).toBe(seconds * 1_000);
});
