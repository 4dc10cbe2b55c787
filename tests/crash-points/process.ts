import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { createOrderQueue } from '@orders/order/clients/order-queue';
import type { OutboxEntry } from '@orders/order/domain/order';
import { createOutboxRelay } from '@orders/order/queue/outbox-relay';
import { createOrderAdministration } from '@orders/order/store/order-administration';
import { createOrderStore } from '@orders/order/store/order-store';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { createVoidStore } from '@orders/order/store/void-store';
import { createCancelOrder } from '@orders/order/use-cases/cancel-order';
import { createExpireReservations } from '@orders/order/use-cases/expire-reservations';
import { createFailOrder } from '@orders/order/use-cases/fail-order';
import { createPlaceOrder } from '@orders/order/use-cases/place-order';
import { createRepublishOrders } from '@orders/order/use-cases/republish-orders';
import { createSettleOrders } from '@orders/order/use-cases/settle-orders';
import type { Mongo } from '@orders/shared/mongo';
import { silentLog } from '../support/test-database';
import { createStock } from './stock';
import { createSettlement } from './settlement';

/** What one process does with the world: its own view of the database, the queue and the mailbox. */
export interface Reach {
  mongo: Mongo;
  sqs: SQSClient;
  queueUrl: string;
  sendMail: (userId: string, subject: string) => Promise<void>;
  now: () => Date;
}

/** As the order service makes a body's hash. */
export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const noCache = { keep: () => Promise.resolve() };
const lifeMs = 60_000;

/** The real use cases and stores of order, inventory and processor, one process instead of three. */
export function createProcess({ mongo, sqs, queueUrl, sendMail, now }: Reach) {
  const stock = createStock({ mongo, now });
  const orders = createOrderStore(mongo);
  const outbox = createOutboxStore(mongo);
  const queue = createOrderQueue({ sqs, queueUrl, isLocalStack: true });
  const relay = createOutboxRelay({ outbox, queue, inventory: stock, now, log: silentLog, soon: setImmediate });
  const publish = (...owed: Parameters<typeof relay.relay>) => void relay.relay(...owed);
  const newOutboxEntry = (kind: OutboxEntry['kind'], at: Date): OutboxEntry => ({ id: randomUUID(), kind, at });
  const settleOrders = createSettleOrders({ orders, cache: noCache, now });

  return {
    place: createPlaceOrder({
      orders,
      inventory: stock,
      relay: publish,
      newOutboxEntry,
      hash,
      now,
    }),
    cancel: createCancelOrder({ orders, cache: noCache, release: relay.relay, newOutboxEntry, now }),
    fail: createFailOrder({
      orders: createOrderAdministration(mongo),
      cache: noCache,
      relay: relay.relay,
      newOutboxEntry,
      now,
    }),
    reserve: stock.reserve,
    release: stock.release,
    /** Waits for what the relay has in hand. */
    relayed: relay.stop,
    sweepOutbox: relay.sweep,
    republish: createRepublishOrders({ outbox, queue, relay: publish, newOutboxEntry, now }),
    expire: createExpireReservations({ inventory: stock, voids: createVoidStore(mongo), lifeMs, now }),
    ...createSettlement({
      mongo,
      sqs,
      queueUrl,
      inventory: stock,
      orders: { settle: settleOrders, find: orders.findMany },
      sendMail,
      wait: (milliseconds) => setTimeout(milliseconds),
    }),
  };
}

export type Process = ReturnType<typeof createProcess>;
