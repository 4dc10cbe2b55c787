import { createChangeCatalogue } from './change-catalogue';
import { createCommitReservations, createExpireReservations, createReserveStock } from './change-reservations';
import { createStockQueue, type EntryAnswer, type StockEntry } from './run-batch';

const deadline = 1_000;
const queueThat = (...answers: EntryAnswer[]) => {
  const entries: StockEntry[] = [];
  const stockQueue = createStockQueue({
    submitAll: (submitted) => {
      entries.push(...submitted);
      return Promise.resolve(answers);
    },
  });
  return { stockQueue, entries };
};

test('each reservation keeps its own deadline and is answered and counted on its own', async () => {
  const { stockQueue, entries } = queueThat({ outcome: 'held', epoch: 1 }, { outcome: 'timed out' });
  const counted: string[] = [];
  const reserveStock = createReserveStock({
    stockQueue,
    currency: 'EUR',
    countOutcome: (outcome) => counted.push(outcome),
  });
  const items = [{ productId: 'shirt', quantity: 1 }];

  const answers = await reserveStock([
    { orderId: 'a', items, bodyHash: 'x', deadline: 5 },
    { orderId: 'b', items, bodyHash: 'y', deadline: 6 },
  ]);

  expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'timed out']);
  expect(entries.map((entry) => entry.deadline)).toEqual([5, 6]);
  expect(entries[1]?.request).toEqual({
    kind: 'reserve',
    orderId: 'b',
    items,
    bodyHash: 'y',
    currency: 'EUR',
  });
  expect(counted).toEqual(['held', 'timed out']);
});

test('commits that were not all decided in time are UNAVAILABLE, so that they are sent again', async () => {
  const { stockQueue } = queueThat({ outcome: 'committed' }, { outcome: 'timed out' });

  await expect(createCommitReservations(stockQueue)(['a', 'b'], deadline)).rejects.toMatchObject({
    kind: 'UNAVAILABLE',
  });
});

test('expire returns for how many reservations the stock went back', async () => {
  const { stockQueue } = queueThat({ outcome: 'expired' }, { outcome: 'unchanged' }, { outcome: 'expired' });
  const expiries = ['a', 'b', 'c'].map((orderId) => ({ orderId, epoch: 1 }));

  expect(await createExpireReservations(stockQueue)(expiries, deadline)).toBe(2);
});

test.each([
  ['unknown product', 'NOT_FOUND', 'UNKNOWN_PRODUCT'],
  ['product exists', 'ALREADY_EXISTS', 'PRODUCT_EXISTS'],
  ['stock limit exceeded', 'ILLEGAL_STATE', 'STOCK_LIMIT_EXCEEDED'],
  ['operation differs', 'CONFLICT', 'IDEMPOTENCY_KEY_REUSED'],
] as const)('a change refused for %s is %s with the code %s', async (outcome, kind, code) => {
  const { stockQueue } = queueThat({ outcome });
  const request = { kind: 'restock product', productId: 'shirt', quantity: 1, operationId: 'o' } as const;

  await expect(createChangeCatalogue(stockQueue)(request, deadline)).rejects.toMatchObject({ kind, code });
});
