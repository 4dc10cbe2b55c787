import { unavailable } from '@orders/shared/errors';
import type { Order, OutboxEntry } from '../domain/order';
import { nextStatus } from '../domain/order-state';
import { nextRepublishAt } from '../domain/republish-schedule';
import { orderNotFound } from './get-order-story';

export interface FailOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<Order | undefined>;
    failPending: (move: {
      orderId: string;
      reason: string;
      at: Date;
      owes: OutboxEntry[];
      /** When the message goes out once more, unless the processor has heard of the end by then. */
      republishAt: Date;
    }) => Promise<Order | undefined>;
  };
  cache: { keep: (orders: Order[]) => Promise<void> };
  /** Delivers what is owed at once; resolves also when that has to be tried again later. */
  relay: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

/**
 * Gives a pending order up. It owes its stock back, and a message, again and again until the processor has heard of the
 * end: so the buyer gets the mail also where messages are lost or discarded.
 */
export const createFailOrder =
  ({ orders, cache, relay, newOutboxEntry, now }: FailOrderNeeds) =>
  async ({ orderId, reason }: { orderId: string; reason: string }): Promise<Order> => {
    const at = now();
    const owes = [newOutboxEntry('release', at), newOutboxEntry('publish', at)];
    const failed = await orders.failPending({ orderId, reason, at, owes, republishAt: nextRepublishAt(0, at) });
    if (!failed) return standingOrder(await orders.find(orderId), orderId);

    await Promise.all([...owes.map((entry) => relay(failed, entry)), cache.keep([failed])]);
    return failed;
  };

/** A failed order again, or the error that says why it cannot be given up. */
function standingOrder(order: Order | undefined, orderId: string): Order {
  if (!order) throw orderNotFound(orderId);
  // It was stored between the write, which met nothing, and the read.
  if (order.status === 'Pending') throw unavailable('the order was only just placed; send it again');
  if (order.status !== 'Failed') nextStatus(order.status, 'fail');
  return order;
}
