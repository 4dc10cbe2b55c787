import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { createOrderQueue } from '@orders/order/clients/order-queue';
import { composeOrder } from '@orders/order/compose';
import { createOrderLists } from '@orders/order/store/order-lists';
import { createOrderStore } from '@orders/order/store/order-store';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import type { Answer, Post } from '@orders/processor/webhooks/post-to-receiver';
import type { Mongo } from '@orders/shared/mongo';
import { silentLog } from '../support/test-database';
import { createStock } from './stock';
import { createSettlement } from './settlement';

/** One process's access to the database, the queue, the mail service and the receiver of events. */
export interface ProcessAdapters {
  mongo: Mongo;
  sqs: SQSClient;
  queueUrl: string;
  sendMail: (userId: string, subject: string) => Promise<void>;
  post: (post: Post) => Promise<Answer>;
  now: () => Date;
}

const noCache = { find: () => Promise.resolve(undefined), keep: () => Promise.resolve() };
const noChanges = { subscribe: () => () => undefined };

/** The real use cases and stores of order, inventory and processor, one process instead of three. */
export function createProcess({ mongo, sqs, queueUrl, sendMail, post, now }: ProcessAdapters) {
  const stock = createStock({ mongo, now });
  const { useCases, sweeps, relay } = composeOrder({
    orders: createOrderStore(mongo),
    lists: createOrderLists(mongo),
    outbox: createOutboxStore(mongo),
    tombstones: createTombstoneStore(mongo),
    cache: noCache,
    changes: noChanges,
    queue: createOrderQueue({ sqs, queueUrl, isLocalStack: true }),
    inventory: stock,
    reservationLifeMs: 60_000,
    newId: randomUUID,
    now,
    wait: async (milliseconds) => setTimeout(milliseconds),
    log: silentLog,
    removalTurn: setImmediate,
  });

  return {
    place: useCases.placeOrder,
    cancel: useCases.cancelOrder,
    fail: useCases.failOrder,
    reserve: stock.reserve,
    release: stock.release,
    /** Waits until the relay has finished its work. */
    relayed: relay.stop,
    sweepOutbox: sweeps.deliverOutbox,
    republish: sweeps.republishOrders,
    expire: sweeps.expireReservations,
    ...createSettlement({
      mongo,
      sqs,
      queueUrl,
      inventory: stock,
      orders: { settle: useCases.settleOrders, find: useCases.getOrders },
      sendMail,
      post,
      now,
      wait: (milliseconds) => setTimeout(milliseconds),
    }),
  };
}

export type Process = ReturnType<typeof createProcess>;
