import type { Order } from '../domain/order';
import { isFinal } from '../domain/order-state';
import { ownOrder } from './get-order';

export interface WatchOrderNeeds {
  orders: { find: (orderId: string) => Promise<Order | undefined> };
  changes: { subscribe: (orderId: string, onChange: () => void) => () => void };
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface WatchOrder {
  orderId: string;
  userId: string;
  /** Called with the current status, then with each change. */
  send: (order: Order) => void;
  /** Aborted when the user has left. */
  signal: AbortSignal;
}

const readAgainMs = 5_000;

/**
 * Sends a user the current status of an order and each change, until a final one. It subscribes before it reads, sends
 * only higher revisions, and reads again on a timer too, so that nothing is missed when the subscription breaks.
 */
export const createWatchOrder =
  ({ orders, changes, wait }: WatchOrderNeeds) =>
  async ({ orderId, userId, send, signal }: WatchOrder): Promise<void> => {
    let changed = new AbortController();
    const unsubscribe = changes.subscribe(orderId, () => changed.abort());
    try {
      for (let sentRevision = 0; !signal.aborted;) {
        changed = new AbortController();
        const order = ownOrder(await orders.find(orderId), { orderId, userId });
        if (order.revision > sentRevision) send(order);
        if (isFinal(order.status)) return;
        sentRevision = Math.max(sentRevision, order.revision);
        await wait(readAgainMs, AbortSignal.any([signal, changed.signal]));
      }
    } finally {
      unsubscribe();
    }
  };
