import { deliveriesFor, retryDelayMs } from './delivery';

const placed = (orderId: string) => ({ orderId, requestId: 'request', traceparent: 'trace' });

test('an order is recorded as placed and by its outcome, where the webhook names them', () => {
  const kinds = (events: Parameters<typeof deliveriesFor>[0][number]['events']) =>
    deliveriesFor([{ webhookId: 'w', events }], [placed('o')]).map(({ kind, event }) => [kind, event]);

  expect(kinds(['order.placed'])).toEqual([['placed', 'order.placed']]);
  expect(kinds(['order.processed', 'order.failed', 'order.cancelled'])).toEqual([['outcome', undefined]]);
  expect(kinds(['order.cancelled', 'order.placed'])).toEqual([
    ['placed', 'order.placed'],
    ['outcome', undefined],
  ]);
});

test('the id of a delivery is the same for every copy of a message, and another one for all else', () => {
  const webhooks = ['w', 'x'].map((webhookId) => ({
    webhookId,
    events: ['order.placed' as const, 'order.failed' as const],
  }));
  const idsOf = () => deliveriesFor(webhooks, [placed('o'), placed('p')]).map(({ deliveryId }) => deliveryId);

  expect(new Set(idsOf()).size).toBe(8);
  expect(idsOf()).toEqual(idsOf());
  for (const id of idsOf()) expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
});

test('attempts come after 5 s, 1 min, 5 min, 30 min, 2 h, 6 h, 12 h and 24 h, or up to a fifth later', () => {
  const seconds = [5, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400];

  expect(seconds.map((_, index) => retryDelayMs(index + 1, 0))).toEqual(seconds.map((delay) => delay * 1_000));
  expect(seconds.map((_, index) => retryDelayMs(index + 1, 1))).toEqual(seconds.map((delay) => delay * 1_200));
  expect(retryDelayMs(9, 0)).toBeUndefined();
});
