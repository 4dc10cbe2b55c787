import type { ReservationAnswer } from '../use-cases/change-reservations';
import { toHeldMessage, toProductMessage, toReserveResult } from './inventory-messages';

const shortages = [{ productId: 'a', requested: 2, available: 1 }];

test.each<[ReservationAnswer, object]>([
  [
    { outcome: 'held', epoch: 2 },
    { outcome: 'RESERVE_OUTCOME_HELD', epoch: 2 },
  ],
  [{ outcome: 'differs' }, { outcome: 'RESERVE_OUTCOME_DIFFERS' }],
  [{ outcome: 'closed' }, { outcome: 'RESERVE_OUTCOME_CLOSED' }],
  [
    { outcome: 'out of stock', shortages },
    { outcome: 'RESERVE_OUTCOME_OUT_OF_STOCK', shortages },
  ],
  [
    { outcome: 'unknown product', productIds: ['a'] },
    { outcome: 'RESERVE_OUTCOME_UNKNOWN_PRODUCT', unknownProductIds: ['a'] },
  ],
  [{ outcome: 'timed out' }, { outcome: 'RESERVE_OUTCOME_TIMED_OUT' }],
])('%j travels as %j', (answer, message) => {
  expect(toReserveResult(answer)).toEqual(message);
});

test('the stock that is shown never passes what the wire can hold', () => {
  const message = toProductMessage({ productId: 'a', name: 'A', available: 3_000_000_000 });

  expect(message.stock).toBe(1_000_000_000);
});

test('a time travels with its milliseconds', () => {
  const message = toHeldMessage({ orderId: 'a', epoch: 1, heldAt: new Date(1_500) });

  expect(message.heldAt).toEqual({ seconds: 1, nanos: 500_000_000 });
});
