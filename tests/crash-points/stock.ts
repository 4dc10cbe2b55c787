import { createCommandAuditLog } from '@orders/shared/audit-log';
import { composeInventory } from '@orders/inventory/compose';
import type { Item } from '@orders/proto/items';
import { inventoryMetrics } from '@orders/inventory/metrics';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { createReservationStore } from '@orders/inventory/store/reservation-store';
import type { Mongo } from '@orders/shared/mongo';
import { systemClock } from '@orders/shared/system-clock';
import { silentLog } from '../support/test-database';

/** Inventory as its callers reach it, without the wire. */
export function createStock({ mongo, now }: { mongo: Mongo; now: () => Date }) {
  const applicationName = mongo.collection('products').dbName;
  const { useCases } = composeInventory({
    inventory: createInventoryStore(mongo),
    catalogue: createCatalogueStore(mongo),
    reservations: createReservationStore(mongo),
    currency: 'EUR',
    auditLog: createCommandAuditLog(mongo),
    onConflict: createAbandonedTransactions({ mongo, applicationName, log: silentLog }).onConflict,
    metrics: inventoryMetrics,
    log: silentLog,
    random: Math.random,
    ...systemClock,
    now,
  });

  return {
    reserve: async (request: { orderId: string; items: Item[]; bodyHash: string }) => {
      const [answer] = await useCases.reserveStock([{ ...request, deadline: Infinity }]);
      if (!answer || answer.outcome === 'timed out') throw new Error('it was not decided');
      return answer;
    },
    commit: (orderIds: string[]) => useCases.commitReservations(orderIds, Infinity),
    release: (orderIds: string[]) => useCases.releaseReservations(orderIds, Infinity),
    expire: (expiries: { orderId: string; epoch: number }[]) => useCases.expireReservations(expiries, Infinity),
    listHeld: async (heldBefore: Date, pageToken: string) => {
      const page = { heldBefore, pageToken, pageSize: 500, readAt: '' };
      const { reservations, nextPageToken } = await useCases.listHeldReservations(page);
      return { reservations: reservations.map(({ orderId, epoch }) => ({ orderId, epoch })), nextPageToken };
    },
  };
}

export type Stock = ReturnType<typeof createStock>;
