import type { ReserveResultOutput } from './generated/orderplacing/inventory/v1/ReserveResult';
import { fromReserveResult, toReserveResult, type ReserveAnswer } from './reserve-answer';

const shortages = [{ productId: 'a', requested: 2, available: 1 }];
const unset = { epoch: 0, shortages: [], unknownProductIds: [], items: [], total: null, nothingDone: false };
const items = [{ productId: 'a', quantity: 2, name: 'A', unitPrice: 4_000_000_000_000_000 }];
const total = { amount: 8_000_000_000_000_000, currency: 'EUR' };

test.each<[ReserveAnswer, object]>([
  [
    { outcome: 'held', epoch: 2 },
    { outcome: 'RESERVE_OUTCOME_HELD', epoch: 2 },
  ],
  [
    { outcome: 'held', epoch: 2, priced: { items, total } },
    { outcome: 'RESERVE_OUTCOME_HELD', epoch: 2, items, total },
  ],
  [
    { outcome: 'price changed', total },
    { outcome: 'RESERVE_OUTCOME_PRICE_CHANGED', total },
  ],
  [{ outcome: 'total too large' }, { outcome: 'RESERVE_OUTCOME_TOTAL_TOO_LARGE' }],
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
  [
    { outcome: 'timed out', nothingDone: true },
    { outcome: 'RESERVE_OUTCOME_TIMED_OUT', nothingDone: true },
  ],
])('%j is %j on the wire, and back', (answer, result) => {
  expect(toReserveResult(answer)).toEqual(result);
  expect(fromReserveResult({ ...unset, ...(result as Pick<ReserveResultOutput, 'outcome'>) })).toEqual(answer);
});

test('an unspecified outcome is no answer', () => {
  expect(fromReserveResult({ ...unset, outcome: 'RESERVE_OUTCOME_UNSPECIFIED' })).toBeUndefined();
});
