import type { NextTurn } from '@orders/shared/group-commit';
import type { Log } from '@orders/shared/log';
import type { PeriodicTask } from '@orders/shared/periodic-task';
import { deadlineOfRequest } from '@orders/shared/request-context';
import type { InventoryClient } from './clients/inventory-client';
import type { OrderQueue } from './clients/order-queue';
import { createExportHandler } from './grpc/export-handler';
import { createOrderHandlers } from './grpc/order-handlers';
import { createWatchHandler } from './grpc/watch-handler';
import { countExpired, countRepublished } from './metrics';
import { createNewOutboxEntry, createOutboxRelay, type OutboxRelay } from './queue/outbox-relay';
import type { OrderCache } from './store/order-cache';
import type { OrderChanges } from './store/order-changes';
import type { OrderLists } from './store/order-lists';
import type { OrderStore } from './store/order-store';
import type { OutboxStore } from './store/outbox-store';
import type { TombstoneStore } from './store/tombstone-store';
import { createCancelOrder, createFailOrder } from './use-cases/end-order';
import { createExpireReservations } from './use-cases/expire-reservations';
import { createExportOrders } from './use-cases/export-orders';
import { createGetOrder } from './use-cases/get-order';
import { createListOrders } from './use-cases/list-orders';
import { createGetOrderStory, createListOrderStories } from './use-cases/order-stories';
import { createPlaceOrder, hashText } from './use-cases/place-order';
import { createRepublishOrders } from './use-cases/republish-orders';
import { createSettleOrders } from './use-cases/settle-orders';
import { createWatchOrder, type WatchOrderNeeds } from './use-cases/watch-order';

export interface OrderAdapters {
  orders: OrderStore;
  lists: OrderLists;
  outbox: OutboxStore;
  tombstones: TombstoneStore;
  cache: OrderCache;
  changes: Pick<OrderChanges, 'subscribe'>;
  queue: Pick<OrderQueue, 'send' | 'depth'>;
  inventory: Pick<InventoryClient, 'reserve' | 'release' | 'expire' | 'listHeld'>;
  /** How long a reservation without an order lives. */
  reservationLifeMs: number;
  newId: () => string;
  now: () => Date;
  wait: WatchOrderNeeds['wait'];
  log: Log;
  /** When the outbox relay delivers and removes what it has gathered. */
  nextTurn?: NextTurn;
  removalTurn?: NextTurn;
}

/** The factories that planted faults of the simulator replace. */
export const orderParts = { createPlaceOrder, createFailOrder, createExpireReservations, createOutboxRelay };

export type OrderParts = typeof orderParts;

/** Builds the order service from its adapters: handlers for gRPC, and workers that run at intervals. */
export function composeOrder(adapters: OrderAdapters, parts: OrderParts = orderParts) {
  const { log } = adapters;
  const relay = parts.createOutboxRelay(adapters);
  const useCases = createUseCases(adapters, parts, relay);
  const sweeps = createSweeps(adapters, parts, relay);
  const watchHandler = createWatchHandler({ watchOrder: useCases.watchOrder, log });
  const exportHandler = createExportHandler({ exportOrders: useCases.exportOrders, log });
  const streams = { watchOrder: watchHandler.handle, exportOrders: exportHandler.handle };

  return {
    useCases,
    sweeps,
    relay,
    watchHandler,
    exportHandler,
    handlers: createOrderHandlers({ ...useCases, ...streams }, log),
    workers: createWorkers(sweeps, log),
  };
}

function createUseCases(adapters: OrderAdapters, parts: OrderParts, { deliver }: OutboxRelay) {
  const { orders, lists, cache, inventory, changes, now, wait } = adapters;
  const newOutboxEntry = createNewOutboxEntry(adapters.newId);
  return {
    placeOrder: parts.createPlaceOrder({
      orders,
      inventory,
      deliver,
      newOutboxEntry,
      hash: hashText,
      now,
      deadline: deadlineOfRequest,
    }),
    getOrder: createGetOrder({ orders, cache }),
    getOrders: orders.findMany,
    listOrders: createListOrders({ lists }),
    exportOrders: createExportOrders({ lists, now }),
    cancelOrder: createCancelOrder({ orders, cache, deliver, newOutboxEntry, now }),
    settleOrders: createSettleOrders({ orders, cache, now }),
    failOrder: parts.createFailOrder({ orders, cache, deliver, newOutboxEntry, now }),
    watchOrder: createWatchOrder({ orders, changes, wait }),
    getOrderStory: createGetOrderStory({ lists }),
    getOrderStories: lists.stories,
    listOrderStories: createListOrderStories({ lists }),
  };
}

function createSweeps(adapters: OrderAdapters, parts: OrderParts, { deliver, sweep }: OutboxRelay) {
  const { inventory, outbox, tombstones, queue, reservationLifeMs, now } = adapters;
  const newOutboxEntry = createNewOutboxEntry(adapters.newId);
  return {
    deliverOutbox: sweep,
    republishOrders: createRepublishOrders({ outbox, queue, deliver, newOutboxEntry, now }),
    expireReservations: parts.createExpireReservations({ inventory, tombstones, lifeMs: reservationLifeMs, now }),
  };
}

const createWorkers = (
  { deliverOutbox, republishOrders, expireReservations }: ReturnType<typeof createSweeps>,
  log: Log,
): PeriodicTask[] => [
  { name: 'outbox sweep', intervalMs: 1_000, run: deliverOutbox },
  {
    name: 'republish sweep',
    intervalMs: 5_000,
    run: async () => {
      const republished = await republishOrders();
      countRepublished(republished);
      if (republished > 0) log.info({ republished }, 'orders published again');
    },
  },
  {
    name: 'expiry sweep',
    intervalMs: 10_000,
    run: async () => {
      const expired = await expireReservations();
      countExpired(expired);
      if (expired > 0) log.info({ expired }, 'reservations without an order expired');
    },
  },
];
