import { inventoryParts } from '@orders/inventory/compose';
import { orderParts } from '@orders/order/compose';
import { createOrderCache } from '@orders/order/store/order-cache';
import { processorParts } from '@orders/processor/compose';
import { createBatchWork } from '@orders/shared/queue-messages';
import { createDeliveries } from './delivery-database';
import { createLedger } from './ledger-database';
import { createLists, createOrders } from './orders-database';
import { createOutbox } from './outbox-database';
import { createStock } from './stock-database';
import { createTombstones } from './tombstones-database';
import { createWebhooks } from './webhook-database';

/** Everything that a planted fault may put something wrong in the place of. */
export const soundParts = {
  ...inventoryParts,
  createOrders,
  createLists,
  createOutbox,
  createTombstones,
  createStock,
  createLedger,
  createWebhooks,
  createDeliveries,
  createOrderCache,
  ...orderParts,
  ...processorParts,
  createBatchWork,
};

export type Parts = typeof soundParts;
