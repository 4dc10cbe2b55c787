import type { ProductChange } from '@orders/inventory/domain/draft';
import { movedUnits, type StockMove } from '@orders/inventory/domain/product';
import type { Reservation } from '@orders/inventory/domain/reservation';
import {
  createRunBatch,
  type EntryAnswer,
  type InventoryStore,
  type StockEntry,
} from '@orders/inventory/use-cases/run-batch';
import { sumOfPrices } from '@orders/proto/items';
import { createStock, put } from '../simulation/stock-database';
import type { SimulatorFault } from './planted-fault';

const readReservation = async (store: InventoryStore, { request }: StockEntry) => {
  if (!('orderId' in request)) return undefined;
  return (await store.read({ productIds: [], orderIds: [request.orderId], operationIds: [] })).reservations.get(
    request.orderId,
  );
};

/** Moves the units of a reservation once more, whatever its state says. */
async function moveAgain(
  store: InventoryStore,
  before: Reservation,
  move: StockMove & { becomes: Reservation['state'] },
) {
  const productIds = before.items.map(({ productId }) => productId);
  const { products } = await store.read({ productIds, orderIds: [], operationIds: [] });
  await store.write({
    products: before.items.flatMap(({ productId, quantity }) => {
      const product = products.get(productId);
      if (!product) return [];
      return [{ productId, before: product, move: movedUnits(move, quantity) }];
    }),
    reservations: [{ before, after: { ...before, state: move.becomes } }],
    operations: [],
  });
}

async function withPresentPrices(store: InventoryStore, held: Extract<EntryAnswer, { outcome: 'held' }>) {
  const productIds = held.priced?.items.map(({ productId }) => productId) ?? [];
  const { products } = await store.read({ productIds, orderIds: [], operationIds: [] });
  const items = (held.priced?.items ?? []).map((item) => ({
    ...item,
    unitPrice: products.get(item.productId)?.price ?? 0,
  }));
  return { ...held, priced: { items, total: { amount: sumOfPrices(items), currency: 'EUR' } } };
}

export const inventoryFaults: SimulatorFault[] = [
  {
    name: 'Commit takes the stock of a released reservation again',
    parts: {
      createRunBatch: (needs) => async (entries) => {
        const answers = await createRunBatch(needs)(entries);
        for (const entry of entries) {
          const reservation = entry.request.kind === 'commit' ? await readReservation(needs.store, entry) : undefined;
          if (reservation?.state === 'released')
            await moveAgain(needs.store, reservation, { from: 'available', to: 'committed', becomes: 'committed' });
        }
        return answers;
      },
    },
  },
  {
    name: 'Release gives stock back without checking the state',
    parts: {
      createRunBatch: (needs) => async (entries) => {
        for (const entry of entries) {
          const reservation = entry.request.kind === 'release' ? await readReservation(needs.store, entry) : undefined;
          if (reservation?.state === 'released')
            await moveAgain(needs.store, reservation, { from: 'committed', to: 'available', becomes: 'released' });
        }
        return createRunBatch(needs)(entries);
      },
    },
  },
  {
    name: 'An expiry takes whatever epoch it finds',
    firstSeed: 700,
    parts: {
      createRunBatch: (needs) => async (entries) => {
        const renamed = await Promise.all(
          entries.map(async (entry) => {
            if (entry.request.kind !== 'expire') return entry;
            const epoch = (await readReservation(needs.store, entry))?.epoch ?? entry.request.epoch;
            return { ...entry, request: { ...entry.request, epoch } };
          }),
        );
        return createRunBatch(needs)(renamed);
      },
    },
  },
  {
    name: 'The epoch does not grow when stock is taken again',
    parts: {
      createStock: (needs) => {
        const store = createStock(needs);
        return {
          ...store,
          write: (changes) =>
            store.write({
              ...changes,
              reservations: changes.reservations.map(({ before, after }) => ({
                before,
                after: { ...after, epoch: Math.min(after.epoch, 1) },
              })),
            }),
        };
      },
    },
  },
  {
    name: 'A batch is written without the guard of what was read',
    parts: {
      createStock: (needs) => ({
        ...createStock(needs),
        write: (changes) => needs.run('write, unguarded', (stock) => put(stock, changes)),
      }),
    },
  },
  {
    name: 'The price is read outside the decision: the write does not look at it again',
    parts: {
      createStock: (needs) => {
        const store = createStock(needs);
        const withoutPrice = (change: ProductChange) => ({ ...change, ...('move' in change && { isPriced: false }) });
        return {
          ...store,
          write: (changes) => store.write({ ...changes, products: changes.products.map(withoutPrice) }),
        };
      },
    },
  },
  {
    name: 'A repeated Reserve gets the present prices',
    parts: {
      createRunBatch: (needs) => async (entries) => {
        const answers = await createRunBatch(needs)(entries);
        return Promise.all(
          answers.map(async (answer) => ('priced' in answer ? withPresentPrices(needs.store, answer) : answer)),
        );
      },
    },
  },
  {
    name: 'A commit whose result is unknown counts as written',
    parts: {
      createStock: (needs) => {
        const store = createStock(needs);
        return { ...store, write: (changes) => store.write(changes).catch(() => 'written' as const) };
      },
    },
  },
  {
    name: 'A restock that is sent again counts again',
    parts: {
      createStock: (needs) => {
        const store = createStock(needs);
        return { ...store, write: (changes) => store.write({ ...changes, operations: [] }) };
      },
    },
  },
];
