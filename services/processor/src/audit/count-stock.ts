import { groupsOf } from '@orders/proto/items';
import type { AuditedOrder, AuditedProduct, AuditedReservation, Finding } from './audit-facts';
import { addUnits, auditTaken, auditTotals, type Units } from './audit-stock';
import type { AuditNeeds } from './audit-readers';

export interface StockCount {
  products: AuditedProduct[];
  /** Ids under which stock was held although no unfinished order was known. */
  heldWithoutOrder: string[];
  /** Counts an order that is read at any later time. */
  count: (order: AuditedOrder, reservation: AuditedReservation | undefined) => void;
  /** Compares the totals with everything that was counted. */
  findings: () => Finding[];
}

// How far the clocks of replicas may differ, plus how long an insert may take.
const skewMs = 120_000;

/**
 * Reads all totals as of one moment, and for every order that was unfinished then the units it had taken at that moment. All
 * other orders were final before, so they count with whatever they hold when they are read: the sums are exact on a busy
 * system.
 */
export async function countStock({ stock, orders, now }: AuditNeeds): Promise<StockCount> {
  const youngSince = new Date(now().getTime() - skewMs);
  // Read before the moment, so that an order that is settled in between is on the list.
  const open = new Set(await orders.openIds());
  const { products, readAt } = await stock.totals();
  const held: Units = new Map();
  const committed: Units = new Map();
  const heldWithoutOrder: string[] = [];
  for await (const page of stock.held(readAt)) {
    for (const { items } of page) addUnits(held, items);
    heldWithoutOrder.push(...page.map(({ orderId }) => orderId).filter((orderId) => !open.has(orderId)));
  }
  for (const orderId of await orders.idsSince(youngSince)) open.add(orderId);
  // Final at the moment after all: these count with whatever they hold when they are read.
  const final = new Set<string>();
  for (const orderIds of groupsOf([...open])) {
    for (const { orderId, state, items } of await stock.reservations(orderIds, readAt)) {
      if (state === 'committed') addUnits(committed, items);
      else if (state !== 'held') final.add(orderId);
    }
  }

  return {
    products,
    heldWithoutOrder,
    count: ({ orderId, createdAt, status, items, isImported }, reservation) => {
      const wasUnfinished = (open.has(orderId) || createdAt >= youngSince) && !final.has(orderId);
      if (wasUnfinished || isImported) return;
      if (status === 'Processed' || reservation?.state === 'committed') addUnits(committed, items);
    },
    findings: () => [...products.flatMap(auditTotals), ...auditTaken({ products, held, committed })],
  };
}
