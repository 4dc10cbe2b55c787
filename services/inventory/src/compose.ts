import type { AuditLog } from '@orders/shared/audit-log';
import { createBackoff } from '@orders/shared/backoff';
import { createGroupCommit, type NextTurn } from '@orders/shared/group-commit';
import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { deadlineOfRequest } from '@orders/shared/request-context';
import { lateAnswerMs } from '@orders/shared/time-limits';
import { createInventoryHandlers } from './grpc/inventory-handlers';
import type { InventoryMetrics } from './metrics';
import { createCachingStore } from './store/caching-store';
import type { CatalogueStore } from './store/catalogue-store';
import type { ReservationStore } from './store/reservation-store';
import { createChangeCatalogue } from './use-cases/change-catalogue';
import {
  createCommitReservations,
  createExpireReservations,
  createReleaseReservations,
  createReserveStock,
} from './use-cases/change-reservations';
import { createCheckSearchTerms, createFillSearchTerms } from './use-cases/fill-search-terms';
import { createImportCatalogue } from './use-cases/import-catalogue';
import { createListHeldReservations } from './use-cases/list-held-reservations';
import { createListProducts } from './use-cases/list-products';
import { createListStock } from './use-cases/list-stock';
import { createGetProduct } from './use-cases/read-catalogue';
import {
  createRunBatch,
  createStockQueue,
  type EntryAnswer,
  type InventoryStore,
  type StockEntry,
} from './use-cases/run-batch';

export interface InventoryAdapters {
  inventory: InventoryStore;
  catalogue: Omit<CatalogueStore, 'isEmpty'>;
  reservations: ReservationStore;
  /** The one currency of the shop. */
  currency: string;
  auditLog: Pick<AuditLog, 'list' | 'recordAll'>;
  /** Called with the number of each attempt that conflicted with another write. */
  onConflict: (attempt: number) => void;
  metrics: InventoryMetrics;
  log: Log;
  now: () => Date;
  monotonicMs: () => number;
  random: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
  nextTurn?: NextTurn;
}

/** The parts that planted faults replace. */
export const inventoryParts = { createRunBatch };
export type InventoryParts = typeof inventoryParts;

/** The service without its stores, its server and its clock. */
export function composeInventory(adapters: InventoryAdapters, parts: InventoryParts = inventoryParts) {
  const { catalogue, reservations, currency, auditLog, metrics, log, now } = adapters;
  const stockQueue = composeStockQueue(adapters, parts);
  const useCases = {
    reserveStock: createReserveStock({ stockQueue, currency, countOutcome: metrics.countReservation }),
    commitReservations: createCommitReservations(stockQueue),
    releaseReservations: createReleaseReservations(stockQueue),
    expireReservations: createExpireReservations(stockQueue),
    changeCatalogue: createChangeCatalogue(stockQueue),
    importCatalogue: createImportCatalogue({ catalogue, auditLog, now }),
    listHeldReservations: createListHeldReservations(reservations),
    listProducts: createListProducts({ catalogue }),
    listStock: createListStock(catalogue),
    getProduct: createGetProduct({ catalogue }),
  };

  return {
    useCases,
    stockQueue,
    handlers: createInventoryHandlers({
      ...useCases,
      unary: createUnary(log),
      auditLog,
      findReservation: reservations.find,
      findReservations: reservations.findMany,
      deadline: deadlineOfRequest,
      now,
    }),
    workers: [
      {
        name: 'held stock sample',
        intervalMs: 5_000,
        run: async () => metrics.setHeld(await reservations.countHeld(now())),
      },
      { name: 'search terms', intervalMs: 10_000, run: createFillSearchTerms({ catalogue }) },
      { name: 'search terms check', intervalMs: 3_600_000, run: createCheckSearchTerms({ catalogue }) },
    ],
  };
}

export type Inventory = ReturnType<typeof composeInventory>;

// While the database is unavailable, requests queue; one that runs out of time is answered that nothing was done.
const leaving = {
  at: ({ deadline }: StockEntry) => deadline - lateAnswerMs,
  answer: { outcome: 'timed out', nothingDone: true } as const,
};

function composeStockQueue(adapters: InventoryAdapters, { createRunBatch }: InventoryParts) {
  const { inventory, onConflict, metrics, now, monotonicMs, random, wait, nextTurn } = adapters;
  // A replica that wins goes on at once; one that waited longer would hardly ever find the gap.
  const backoffMs = createBackoff({ firstMs: 4, longestMs: 16, jitter: 1, random });
  const runBatch = createRunBatch({
    store: createCachingStore({ store: inventory, monotonicMs }),
    now,
    backOff: (attempt) => wait(backoffMs(attempt)),
    onConflict: (attempt) => {
      metrics.countRetry();
      onConflict(attempt);
    },
  });
  return createStockQueue(
    createGroupCommit<StockEntry, EntryAnswer>({
      name: 'commit stock',
      commit: runBatch,
      maxBatch: 128,
      maxWaiting: 2_000,
      // Simulated processes have no clock that runs by itself; their callers stop waiting without an answer.
      ...(nextTurn ? { nextTurn } : { leaving }),
    }),
  );
}
