import { productAfter, type Changes, type Snapshot } from '../domain/draft';
import { newProduct, type Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { StockRequest } from '../domain/stock-request';
import { createRunBatch, type InventoryStore, type StockEntry } from './run-batch';

const at = new Date('2026-01-01T00:00:00Z');
const reserve = (orderId: string, quantity = 1): StockRequest => ({
  kind: 'reserve',
  orderId,
  items: [{ productId: 'shirt', quantity }],
  bodyHash: 'hash',
  currency: 'EUR',
});
const withoutDeadline = (request: StockRequest): StockEntry => ({ request, deadline: Infinity });

type Fate = 'written' | 'conflict' | 'written, but unknown';

/** A store in memory whose writes meet the given fates, in order. */
function simulatedStore({ stock = 10, fates = [] as Fate[] }) {
  const products = new Map<string, Product>();
  const reservations = new Map<string, Reservation>();
  products.set('shirt', { ...newProduct({ productId: 'shirt', name: 'Shirt', stock, at }), revision: 1 });
  const calls = { reads: 0, writes: 0 };
  const store: InventoryStore = {
    read: ({ orderIds }) => {
      calls.reads += 1;
      const snapshot: Snapshot = {
        products: new Map(products),
        reservations: new Map([...reservations].filter(([orderId]) => orderIds.includes(orderId))),
        operations: new Map(),
      };
      return Promise.resolve(snapshot);
    },
    write: (changes: Changes) => {
      const isTaken = changes.reservations.some(({ before, after }) => !before && reservations.has(after.orderId));
      const fate = isTaken ? 'conflict' : (fates[calls.writes] ?? 'written');
      calls.writes += 1;
      if (fate !== 'conflict') {
        for (const change of changes.products) products.set(change.productId, productAfter(change));
        for (const { after } of changes.reservations) reservations.set(after.orderId, after);
      }
      return Promise.resolve(fate === 'written' ? 'written' : 'conflict');
    },
  };
  return { store, products, reservations, calls };
}

function runnerOn(store: InventoryStore, now = () => at) {
  const conflicts: number[] = [];
  const runBatch = createRunBatch({
    store,
    now,
    backOff: () => Promise.resolve(),
    onConflict: (attempt) => conflicts.push(attempt),
  });
  return { runBatch, conflicts };
}

test('each request of a batch is answered at its place', async () => {
  const { store, products, calls } = simulatedStore({ stock: 3 });

  const answers = await runnerOn(store).runBatch(
    [reserve('a', 2), reserve('b', 2), reserve('c', 1)].map(withoutDeadline),
  );

  expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'out of stock', 'held']);
  expect(products.get('shirt')).toMatchObject({ available: 0, held: 3 });
  expect(calls.writes).toBe(1);
});

test('a batch of new orders that all get their stock is one read of products only, and one write', async () => {
  const { store, calls } = simulatedStore({ stock: 3 });
  const read = jest.spyOn(store, 'read');

  await runnerOn(store).runBatch([reserve('a'), reserve('b')].map(withoutDeadline));

  expect(read.mock.calls).toEqual([[{ productIds: ['shirt'], orderIds: [], operationIds: [] }]]);
  expect(calls).toEqual({ reads: 1, writes: 1 });
});

test.each([
  ['while there is stock', 5, { available: 3, held: 2 }],
  ['when no stock is left', 2, { available: 0, held: 2 }],
])('an order that holds its stock already is answered the same, %s', async (_, stock, stored) => {
  const { store, products } = simulatedStore({ stock });
  const { runBatch } = runnerOn(store);
  await runBatch([withoutDeadline(reserve('a', 2))]);

  const answers = await runBatch([withoutDeadline(reserve('a', 2))]);

  expect(answers).toMatchObject([{ outcome: 'held', epoch: 1 }]);
  expect(products.get('shirt')).toMatchObject(stored);
});

test('an id that was closed takes no stock, and does not hold up the others', async () => {
  const { store, products } = simulatedStore({ stock: 5 });
  const { runBatch } = runnerOn(store);
  await runBatch([withoutDeadline({ kind: 'release', orderId: 'a' })]);

  const answers = await runBatch([reserve('a'), reserve('b')].map(withoutDeadline));

  expect(answers.map(({ outcome }) => outcome)).toEqual(['closed', 'held']);
  expect(products.get('shirt')).toMatchObject({ available: 4, held: 1 });
});

test('a batch that changes nothing writes nothing', async () => {
  const { store, calls } = simulatedStore({ stock: 0 });

  await runnerOn(store).runBatch([withoutDeadline(reserve('a')), withoutDeadline({ kind: 'commit', orderId: 'b' })]);

  expect(calls.writes).toBe(0);
});

test('after a conflict the batch is decided again from what is stored then', async () => {
  const { store, products, calls } = simulatedStore({ stock: 5 });
  const write = store.write;
  // Another replica takes all but one between the read and the write.
  store.write = (changes) => {
    if (calls.writes > 0) return write(changes);
    calls.writes += 1;
    products.set('shirt', { ...products.get('shirt')!, available: 1, held: 4, revision: 2 });
    return Promise.resolve('conflict');
  };
  const { runBatch, conflicts } = runnerOn(store);

  const answers = await runBatch([reserve('a'), reserve('b')].map(withoutDeadline));

  expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'out of stock']);
  expect(products.get('shirt')).toMatchObject({ available: 0, held: 5 });
  expect(conflicts).toEqual([1]);
});

test('a write whose result is unknown is not made twice', async () => {
  const { store, products } = simulatedStore({ stock: 5, fates: ['written, but unknown'] });

  const answers = await runnerOn(store).runBatch([withoutDeadline(reserve('a', 2))]);

  expect(answers).toMatchObject([{ outcome: 'held', epoch: 1 }]);
  expect(products.get('shirt')).toMatchObject({ available: 3, held: 2 });
});

test('who waited past the time is not decided, and does not hold up the others', async () => {
  const { store, reservations } = simulatedStore({});

  const answers = await runnerOn(store).runBatch([
    { request: reserve('late'), deadline: at.getTime() },
    { request: reserve('in time'), deadline: at.getTime() + 1 },
  ]);

  expect(answers).toMatchObject([{ outcome: 'timed out' }, { outcome: 'held', epoch: 1 }]);
  expect([...reservations.keys()]).toEqual(['in time']);
});

test('who runs out of time between two attempts is dropped from the second', async () => {
  const { store, reservations } = simulatedStore({ fates: ['conflict'] });
  const times = [at, new Date(at.getTime() + 100)];

  const { runBatch } = runnerOn(store, () => times.shift()!);
  const answers = await runBatch([
    { request: reserve('expired'), deadline: at.getTime() + 50 },
    withoutDeadline(reserve('b')),
  ]);

  expect(answers.map(({ outcome }) => outcome)).toEqual(['timed out', 'held']);
  expect([...reservations.keys()]).toEqual(['b']);
});

test('when every deadline has passed the database is not asked', async () => {
  const { store, calls } = simulatedStore({});

  await runnerOn(store).runBatch([{ request: reserve('late'), deadline: 0 }]);

  expect(calls).toEqual({ reads: 0, writes: 0 });
});

test('after too many conflicts the callers get UNAVAILABLE', async () => {
  const { store } = simulatedStore({ fates: new Array<Fate>(1_000).fill('conflict') });

  const result = runnerOn(store).runBatch([withoutDeadline(reserve('a'))]);

  await expect(result).rejects.toMatchObject({ kind: 'UNAVAILABLE', code: 'UNAVAILABLE' });
});

test('nothing is committed for a request that has left its batch, and its neighbours are decided without it', async () => {
  const { store, reservations, products } = simulatedStore({ stock: 3 });
  const left = new Set<number>();
  const sealed = jest.fn();
  const write = store.write;
  // The first one leaves while the batch is being written.
  store.write = (changes, mayCommit) => {
    if (sealed.mock.calls.length === 0 && left.size === 0) left.add(0);
    return mayCommit!() ? write(changes) : Promise.resolve('conflict');
  };

  const answers = await runnerOn(store).runBatch([reserve('a', 3), reserve('b', 2)].map(withoutDeadline), {
    hasLeft: (index) => left.has(index),
    seal: sealed,
  });

  expect(answers[1]).toMatchObject({ outcome: 'held' });
  expect([...reservations.keys()]).toEqual(['b']);
  expect(products.get('shirt')).toMatchObject({ available: 1 });
  expect(sealed).toHaveBeenCalledTimes(1);
});

test('a request that was late before it was decided for the first time says that nothing was done for it', async () => {
  const { store } = simulatedStore({});
  const late = { request: reserve('a'), deadline: at.getTime() };

  const answers = await runnerOn(store).runBatch([late, withoutDeadline(reserve('b'))]);

  expect(answers).toEqual([{ outcome: 'timed out', nothingDone: true }, expect.objectContaining({ outcome: 'held' })]);
});
