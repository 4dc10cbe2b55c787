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
      owes: OutboxEntry;
    }) => Promise<Order | undefined>;
  };
  cache: { keep: (orders: Order[]) => Promise<void> };
  /** Gives the stock back at once; resolves also when that has to be tried again later. */
  release: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

/** Cancels a pending order together with the release that it owes, and answers once the stock is back. */
export const createCancelOrder =
  ({ orders, cache, release, newOutboxEntry, now }: CancelOrderNeeds) =>
  async ({ orderId, userId }: { orderId: string; userId: string }): Promise<Order> => {
    const at = now();
    const owes = newOutboxEntry('release', at);
    const cancelled = await orders.moveFromPending({ orderId, userId, action: 'cancel', at, owes });
    if (!cancelled) return standingOrder(ownOrder(await orders.find(orderId), { orderId, userId }));

    await Promise.all([release(cancelled, owes), cache.keep([cancelled])]);
    return cancelled;
  };

/** A cancelled order again, or the error that says why it cannot be cancelled. */
function standingOrder(order: Order): Order {
  // It was stored between the write, which met nothing, and the read.
  if (order.status === 'Pending') throw unavailable('the order was only just placed; send it again');
  if (order.status !== 'Cancelled') nextStatus(order.status, 'cancel');
  return order;
}
