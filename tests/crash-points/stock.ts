import { createBackOff } from '@orders/inventory/back-off';
import type { Item } from '@orders/inventory/domain/reservation';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { createHeldReservations } from '@orders/inventory/store/reservation-store';
import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { createRememberingStore } from '@orders/inventory/store/caching-store';
import {
  createCommitReservations,
  createExpireReservations,
  createReleaseReservations,
} from '@orders/inventory/use-cases/end-reservations';
import { createListHeldReservations } from '@orders/inventory/use-cases/list-held-reservations';
import { createReserveStock } from '@orders/inventory/use-cases/change-reservations';
import { createRunBatch, type EntryAnswer, type StockEntry } from '@orders/inventory/use-cases/run-batch';
import { createStockDesk } from '@orders/inventory/use-cases/stock-queue';
import { createGroupCommit } from '@orders/shared/group-commit';
import type { Mongo } from '@orders/shared/mongo';
import { silentLog } from '../support/test-database';

/** Inventory, as its callers reach it, without the wire. */
export function createStock({ mongo, now }: { mongo: Mongo; now: () => Date }) {
  const applicationName = mongo.collection('products').dbName;
  const abandoned = createAbandonedTransactions({ mongo, applicationName, log: silentLog });
  const runBatch = createRunBatch({
    store: createRememberingStore({ store: createInventoryStore(mongo), monotonicMs: () => performance.now() }),
    now,
    backOff: createBackOff(Math.random),
    onConflict: abandoned.onConflict,
  });
  const desk = createStockDesk(
    createGroupCommit<StockEntry, EntryAnswer>({ commit: runBatch, maxBatch: 128, maxWaiting: 2_000 }),
  );
  const reserveStock = createReserveStock({ desk, countOutcome: () => undefined });
  const list = createListHeldReservations({ readHeld: createHeldReservations(mongo) });
  const [commit, release, expire] = [
    createCommitReservations(desk),
    createReleaseReservations(desk),
    createExpireReservations(desk),
  ];

  return {
    reserve: async (request: { orderId: string; items: Item[]; bodyHash: string }) => {
      const [answer] = await reserveStock([{ ...request, giveUpAt: Infinity }]);
      if (!answer || answer.outcome === 'timed out') throw new Error('it was not decided');
      return answer;
    },
    commit: (orderIds: string[]) => commit(orderIds, Infinity),
    release: (orderIds: string[]) => release(orderIds, Infinity),
    expire: (expiries: { orderId: string; epoch: number }[]) => expire(expiries, Infinity),
    listHeld: async (heldBefore: Date, pageToken: string) => {
      const { reservations, nextPageToken } = await list({ heldBefore, pageToken, pageSize: 500, readAt: '' });
      return { reservations: reservations.map(({ orderId, epoch }) => ({ orderId, epoch })), nextPageToken };
    },
  };
}

export type Stock = ReturnType<typeof createStock>;
