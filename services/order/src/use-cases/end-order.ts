import { unavailable } from '@orders/shared/errors';
import { nextRepublishAt, type Order, type OutboxEntry } from '../domain/order';
import { nextStatus } from '../domain/order-state';
import { orderNotFound, ownOrder } from './get-order';

/** Who or what ends a pending order. */
interface End {
  orderId: string;
  /** Only an order of this user; of any user where it is not given. */
  userId?: string;
  action: 'cancel' | 'fail';
  reason?: string;
}

export interface EndOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<Order | undefined>;
    moveFromPending: (
      move: End & { at: Date; entries: OutboxEntry[]; republishAt: Date },
    ) => Promise<Order | undefined>;
  };
  cache: { keep: (orders: Order[]) => Promise<void> };
  /** Delivers an outbox entry at once; resolves also when the sweep has to try again. */
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

/** Cancels a buyer's pending order, and answers once its stock is back. */
export const createCancelOrder =
  (needs: EndOrderNeeds) =>
  async (owner: { orderId: string; userId: string }): Promise<Order> => {
    const end = { ...owner, action: 'cancel' } as const;
    const ended = await endPending(needs, end);
    if (!ended) return alreadyEnded(ownOrder(await needs.orders.find(owner.orderId), owner), end);

    const { order, release, publish } = ended;
    // Nothing in the answer depends on the queue, which may be slow.
    void needs.deliver(order, publish);
    await Promise.all([needs.deliver(order, release), needs.cache.keep([order])]);
    return order;
  };

/** Fails a pending order for an operator. */
export const createFailOrder =
  (needs: EndOrderNeeds) =>
  async ({ orderId, reason }: { orderId: string; reason: string }): Promise<Order> => {
    const end = { orderId, action: 'fail', reason } as const;
    const ended = await endPending(needs, end);
    if (!ended) return alreadyEnded(await needs.orders.find(orderId), end);

    const { order, release, publish } = ended;
    await Promise.all([needs.deliver(order, release), needs.deliver(order, publish), needs.cache.keep([order])]);
    return order;
  };

/**
 * Moves a pending order and records, in the same write, the release of its stock and its message. The message is sent
 * again until the processor has settled it, so that mail and webhooks go out even if messages are lost or discarded.
 */
async function endPending({ orders, newOutboxEntry, now }: EndOrderNeeds, end: End) {
  const at = now();
  const [release, publish] = [newOutboxEntry('release', at), newOutboxEntry('publish', at)];
  const order = await orders.moveFromPending({
    ...end,
    at,
    entries: [release, publish],
    republishAt: nextRepublishAt(0, at),
  });
  return order && { order, release, publish };
}

/** The order if an earlier request ended it so, or the error that says why it cannot. */
function alreadyEnded(order: Order | undefined, { orderId, action }: End): Order {
  if (!order) throw orderNotFound(orderId);
  // It was inserted after the move found nothing and before the read.
  if (order.status === 'Pending') throw unavailable('the order has only just been placed; try again');
  if (order.status !== nextStatus('Pending', action)) nextStatus(order.status, action);
  return order;
}
