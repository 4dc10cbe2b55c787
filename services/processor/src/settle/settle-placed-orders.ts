import type { OrderStatus } from '@orders/proto/order-status';

/** An order that a message says was placed, with the ids of the request that placed it. */
export interface PlacedOrder {
  orderId: string;
  requestId: string;
  traceparent: string;
}

export type CommitOutcome = 'committed' | 'released' | 'not held';

/** The result of settling one placed order. */
export type Settlement =
  | { outcome: 'settled'; status: Exclude<OrderStatus, 'Pending'> }
  /** No stock is held for it, which never happens unless data was lost or a message was forged. */
  | { outcome: 'not held' }
  /** Its stock was held, but no order is stored. */
  | { outcome: 'no such order' }
  /** It is still pending and may be tried again. */
  | { outcome: 'unsettled' };

export interface SettlePlacedOrdersNeeds {
  /** Makes reservations final; one outcome for each id, in the same order. */
  inventory: { commit: (orderIds: string[]) => Promise<CommitOutcome[]> };
  /** Records a pending mail for each order that has none yet. */
  ledger: { recordPendingMails: (placed: PlacedOrder[]) => Promise<void> };
  /** Records the webhook deliveries that the orders cause, where they are not recorded yet. */
  recordDeliveries: (placed: PlacedOrder[]) => Promise<void>;
  /** Moves pending orders to Processed; one status for each id, undefined where there is no such order. */
  orders: { settle: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]> };
}

/**
 * Settles placed orders: first the stock, then the pending mail and
 * the webhook deliveries, then the status. In this order a crash after any step is
 * repaired by the next delivery of the message. One settlement for each order, in the same order.
 */
export const createSettlePlacedOrders =
  ({ inventory, ledger, recordDeliveries, orders }: SettlePlacedOrdersNeeds) =>
  async (placed: PlacedOrder[]): Promise<Settlement[]> => {
    // A batch may hold two copies of one message.
    const distinct = [...new Map(placed.map((order) => [order.orderId, order])).values()];
    const commits = await inventory.commit(idsOf(distinct));
    const held = distinct.filter((_, index) => commits[index] !== 'not held');
    if (held.length > 0) await Promise.all([ledger.recordPendingMails(held), recordDeliveries(held)]);
    const statuses = held.length > 0 ? await orders.settle(idsOf(held)) : [];

    const settlements = new Map(held.map(({ orderId }, index) => [orderId, settlementOf(statuses[index])]));
    return placed.map(({ orderId }) => settlements.get(orderId) ?? { outcome: 'not held' });
  };

const idsOf = (placed: PlacedOrder[]) => placed.map(({ orderId }) => orderId);

function settlementOf(status: OrderStatus | undefined): Settlement {
  if (status === undefined) return { outcome: 'no such order' };
  return status === 'Pending' ? { outcome: 'unsettled' } : { outcome: 'settled', status };
}
