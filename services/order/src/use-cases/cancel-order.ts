import { unavailable } from '@orders/shared/errors';
import { nextRepublishAt, type Order, type OutboxEntry } from '../domain/order';
import { nextStatus } from '../domain/order-state';
import { ownOrder } from './get-order';

export interface CancelOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<Order | undefined>;
    moveFromPending: (move: {
      orderId: string;
      userId: string;
      action: 'cancel';
      at: Date;
      entries: OutboxEntry[];
      republishAt: Date;
    }) => Promise<Order | undefined>;
  };
  cache: { keep: (orders: Order[]) => Promise<void> };
  /** Delivers an outbox entry at once; resolves also when the sweep has to try again. */
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

/**
 * Cancels a pending order, records the release of its stock and its message in the same write, and answers once the stock
 * is back. The message is sent again until the processor has settled it, as that of a failed order is.
 */
export const createCancelOrder =
  ({ orders, cache, deliver, newOutboxEntry, now }: CancelOrderNeeds) =>
  async ({ orderId, userId }: { orderId: string; userId: string }): Promise<Order> => {
    const at = now();
    const [release, publish] = [newOutboxEntry('release', at), newOutboxEntry('publish', at)];
    const cancelled = await orders.moveFromPending({
      orderId,
      userId,
      action: 'cancel',
      at,
      entries: [release, publish],
      republishAt: nextRepublishAt(0, at),
    });
    if (!cancelled) return alreadyCancelled(ownOrder(await orders.find(orderId), { orderId, userId }));

    // Nothing in the answer depends on the queue, which may be slow.
    void deliver(cancelled, publish);
    await Promise.all([deliver(cancelled, release), cache.keep([cancelled])]);
    return cancelled;
  };

/** The order if an earlier request cancelled it, or the error that says why it cannot be cancelled. */
function alreadyCancelled(order: Order): Order {
  // It was inserted after the move found nothing and before the read.
  if (order.status === 'Pending') throw unavailable('the order has only just been placed; try again');
  if (order.status !== 'Cancelled') nextStatus(order.status, 'cancel');
  return order;
}
