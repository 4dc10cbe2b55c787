import { inventoryParts } from '@orders/inventory/compose';
import { orderParts } from '@orders/order/compose';
import { createOrderCache } from '@orders/order/store/order-cache';
import { createDiscardDeadLetter } from '@orders/processor/dead-letters/discard-dead-letter';
import { createSendMail } from '@orders/processor/mail/send-mail';
import { createSendOwedMails } from '@orders/processor/mail/send-pending-mails';
import { createSettlePlacedOrders } from '@orders/processor/settle/settle-placed-orders';
import { createBatchWork } from '@orders/shared/queue-consumer-batch';
import { createLedger } from './ledger-database';
import { createOrders } from './orders-database';
import { createOutbox } from './outbox-database';
import { createStock } from './stock-database';
import { createTombstones } from './tombstones-database';

/** Everything that a planted fault may put something wrong in the place of. */
export const soundParts = {
  ...inventoryParts,
  createOrders,
  createOutbox,
  createTombstones,
  createStock,
  createLedger,
  createOrderCache,
  ...orderParts,
  createSettlePlacedOrders,
  createSendMail,
  createSendOwedMails,
  createBatchWork,
  createDiscardDeadLetter,
};

export type Parts = typeof soundParts;
