import type { AuditedOrder, AuditedProduct, AuditedReservation, Finding } from './audit-facts';
import { addPieces, auditTaken, auditTotals, type Pieces } from './audit-stock';
import { pagesOf, type AuditNeeds } from './audit-readers';

export interface StockCount {
  products: AuditedProduct[];
  /** Ids whose stock was held although no order was known to be under way. */
  heldAlone: string[];
  /** Counts an order that is read at any later time. */
  count: (order: AuditedOrder, reservation: AuditedReservation | undefined) => void;
  /** What the totals say against all that was counted. */
  findings: () => Finding[];
}

// Clocks of replicas may differ by so much, and an insert may take so long.
const skewMs = 120_000;

/**
 * Reads the totals at one moment, and of every order that was under way then what it had taken at that moment. What is not
 * among those was final before, so it counts as it stands, whenever it is read: the sums are exact on a busy system.
 */
export async function countStock({ stock, orders, now }: AuditNeeds): Promise<StockCount> {
  const youngSince = new Date(now().getTime() - skewMs);
  // Before the moment: who leaves this list afterwards was still under way at the moment, and is asked about.
  const open = new Set(await orders.openIds());
  const { products, readAt } = await stock.totals();
  const held: Pieces = new Map();
  const committed: Pieces = new Map();
  const heldAlone: string[] = [];
  for await (const page of stock.held(readAt)) {
    for (const { items } of page) addPieces(held, items);
    heldAlone.push(...page.map(({ orderId }) => orderId).filter((orderId) => !open.has(orderId)));
  }
  for (const orderId of await orders.idsSince(youngSince)) open.add(orderId);
  // Over at the moment: such an order counts as it stands, like all that were final then.
  const over = new Set<string>();
  for (const orderIds of pagesOf([...open])) {
    for (const { orderId, state, items } of await stock.reservations(orderIds, readAt)) {
      if (state === 'committed') addPieces(committed, items);
      else if (state !== 'held') over.add(orderId);
    }
  }

  return {
    products,
    heldAlone,
    count: ({ orderId, createdAt, status, items, isTakenOver }, reservation) => {
      const wasUnderWay = (open.has(orderId) || createdAt >= youngSince) && !over.has(orderId);
      if (wasUnderWay || isTakenOver) return;
      if (status === 'Processed' || reservation?.state === 'committed') addPieces(committed, items);
    },
    findings: () => [...products.flatMap(auditTotals), ...auditTaken({ products, held, committed })],
  };
}
