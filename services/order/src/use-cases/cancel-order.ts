import { unavailable } from '@orders/shared/errors';
import type { Order, OutboxEntry } from '../domain/order';
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
    }) => Promise<Order | undefined>;
  };
  cache: { keep: (orders: Order[]) => Promise<void> };
  /** Delivers an outbox entry at once; resolves also when the sweep has to try again. */
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

/** Cancels a pending order, records the release of its stock in the same write, and answers once the stock is back. */
export const createCancelOrder =
  ({ orders, cache, deliver, newOutboxEntry, now }: CancelOrderNeeds) =>
  async ({ orderId, userId }: { orderId: string; userId: string }): Promise<Order> => {
    const at = now();
    const release = newOutboxEntry('release', at);
    const cancelled = await orders.moveFromPending({ orderId, userId, action: 'cancel', at, entries: [release] });
    if (!cancelled) return alreadyCancelled(ownOrder(await orders.find(orderId), { orderId, userId }));

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
