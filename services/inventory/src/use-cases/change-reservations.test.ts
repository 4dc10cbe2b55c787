import { createChangeCatalogue } from './change-catalogue';
import { createCommitReservations, createExpireReservations } from './end-reservations';
import { createReserveStock } from './change-reservations';
import type { EntryAnswer, StockEntry } from './run-batch';
import { createStockDesk } from './stock-queue';

const giveUpAt = 1_000;
const deskThat = (...answers: EntryAnswer[]) => {
  const entries: StockEntry[] = [];
  const desk = createStockDesk({
    submitAll: (submitted) => {
      entries.push(...submitted);
      return Promise.resolve(answers);
    },
  });
  return { desk, entries };
};

test('each reservation keeps its own patience and is answered and counted by itself', async () => {
  const { desk, entries } = deskThat({ outcome: 'held', epoch: 1 }, { outcome: 'timed out' });
  const counted: string[] = [];
  const reserveStock = createReserveStock({ desk, countOutcome: (outcome) => counted.push(outcome) });
  const items = [{ productId: 'shirt', quantity: 1 }];

  const answers = await reserveStock([
    { orderId: 'a', items, bodyHash: 'x', giveUpAt: 5 },
    { orderId: 'b', items, bodyHash: 'y', giveUpAt: 6 },
  ]);

  expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'timed out']);
  expect(entries.map((entry) => entry.giveUpAt)).toEqual([5, 6]);
  expect(entries[1]?.request).toEqual({ kind: 'reserve', orderId: 'b', items, bodyHash: 'y' });
  expect(counted).toEqual(['held', 'timed out']);
});

test('commits that were not all decided in time are UNAVAILABLE, so that they are sent again', async () => {
  const { desk } = deskThat({ outcome: 'committed' }, { outcome: 'timed out' });

  await expect(createCommitReservations(desk)(['a', 'b'], giveUpAt)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});

test('expire says of how many the stock went back', async () => {
  const { desk } = deskThat({ outcome: 'expired' }, { outcome: 'left alone' }, { outcome: 'expired' });
  const expiries = ['a', 'b', 'c'].map((orderId) => ({ orderId, epoch: 1 }));

  expect(await createExpireReservations(desk)(expiries, giveUpAt)).toBe(2);
});

test.each([
  ['unknown product', 'NOT_FOUND', 'UNKNOWN_PRODUCT'],
  ['product exists', 'ALREADY_EXISTS', 'PRODUCT_EXISTS'],
  ['stock limit exceeded', 'ILLEGAL_STATE', 'STOCK_LIMIT_EXCEEDED'],
] as const)('a change refused for %s is %s with the code %s', async (outcome, kind, code) => {
  const { desk } = deskThat({ outcome });
  const request = { kind: 'restock product', productId: 'shirt', quantity: 1, operationId: 'o' } as const;

  await expect(createChangeCatalogue(desk)(request, giveUpAt)).rejects.toMatchObject({ kind, code });
});
