import { unavailable } from '@orders/shared/errors';
import { nextRepublishAt, type Order, type OutboxEntry } from '../domain/order';
import { nextStatus } from '../domain/order-state';
import { orderNotFound } from './get-order';

export interface FailOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<Order | undefined>;
    moveFromPending: (move: {
      orderId: string;
      action: 'fail';
      reason: string;
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
 * Fails a pending order for an operator: its stock goes back, and its message is sent again and again until the
 * processor has settled it, so that the buyer gets the mail even if messages are lost or discarded.
 */
export const createFailOrder =
  ({ orders, cache, deliver, newOutboxEntry, now }: FailOrderNeeds) =>
  async ({ orderId, reason }: { orderId: string; reason: string }): Promise<Order> => {
    const at = now();
    const entries = [newOutboxEntry('release', at), newOutboxEntry('publish', at)];
    const republishAt = nextRepublishAt(0, at);
    const failed = await orders.moveFromPending({ orderId, action: 'fail', reason, at, entries, republishAt });
    if (!failed) return alreadyFailed(await orders.find(orderId), orderId);

    await Promise.all([...entries.map((entry) => deliver(failed, entry)), cache.keep([failed])]);
    return failed;
  };

/** The order if an earlier request failed it, or the error that says why it cannot fail. */
function alreadyFailed(order: Order | undefined, orderId: string): Order {
  if (!order) throw orderNotFound(orderId);
  // It was inserted after the move found nothing and before the read.
  if (order.status === 'Pending') throw unavailable('the order has only just been placed; try again');
  if (order.status !== 'Failed') nextStatus(order.status, 'fail');
  return order;
}
