import type { OrderStatus, PlacedOrder } from '../mail/order';

export type CommitOutcome = 'committed' | 'released' | 'not held';

/** What became of one placed order. */
export type Settlement =
  | { outcome: 'settled'; status: Exclude<OrderStatus, 'Pending'> }
  /** No stock is held for it: nothing that a sound system does leads here. */
  | { outcome: 'not held' }
  /** Stock was held, and yet nobody knows the order. */
  | { outcome: 'no such order' }
  /** It did not come to its end; the same may be tried again. */
  | { outcome: 'unsettled' };

export interface SettlePlacedOrdersNeeds {
  /** Makes reservations final; answers at the places of the ids. */
  inventory: { commit: (orderIds: string[]) => Promise<CommitOutcome[]> };
  /** Notes that each order's end is owed a mail, unless that is noted already. */
  ledger: { owe: (placed: PlacedOrder[]) => Promise<void> };
  /** Moves pending orders to their end; answers what stands, undefined where there is no such order. */
  orders: { settle: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]> };
}

/**
 * Takes placed orders to their end: the stock first, then the mail that is owed, then the status. In this order a crash at
 * any step leaves nothing that the next copy of the message does not make good. Answers at the places of the orders.
 */
export const createSettlePlacedOrders =
  ({ inventory, ledger, orders }: SettlePlacedOrdersNeeds) =>
  async (placed: PlacedOrder[]): Promise<Settlement[]> => {
    // Two copies of one message may be in hand at once.
    const distinct = [...new Map(placed.map((order) => [order.orderId, order])).values()];
    const commits = await inventory.commit(idsOf(distinct));
    const held = distinct.filter((_, index) => commits[index] !== 'not held');
    if (held.length > 0) await ledger.owe(held);
    const statuses = held.length > 0 ? await orders.settle(idsOf(held)) : [];

    const settlements = new Map(held.map(({ orderId }, index) => [orderId, settlementOf(statuses[index])]));
    return placed.map(({ orderId }) => settlements.get(orderId) ?? { outcome: 'not held' });
  };

const idsOf = (placed: PlacedOrder[]) => placed.map(({ orderId }) => orderId);

function settlementOf(status: OrderStatus | undefined): Settlement {
  if (status === undefined) return { outcome: 'no such order' };
  return status === 'Pending' ? { outcome: 'unsettled' } : { outcome: 'settled', status };
}
