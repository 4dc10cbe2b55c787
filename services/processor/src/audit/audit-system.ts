import type { AuditedOrder, Finding } from './audit-facts';
import { auditOrder, auditOrphan } from './audit-order';
import { byOrderId, pagesOf, type AuditNeeds } from './audit-readers';
import { countStock, type StockCount } from './count-stock';

export interface AuditReport {
  startedAt: Date;
  endedAt: Date;
  products: number;
  orders: number;
  findings: Finding[];
}

const pausesMs = [1_000, 2_000, 4_000, 8_000];

/**
 * Reads a live system and answers what disagrees. What looks wrong is looked at again, after pauses that grow: only what
 * stays wrong is a finding, the rest was in flight.
 */
export const createAuditSystem = (needs: AuditNeeds) => async (): Promise<AuditReport> => {
  const startedAt = needs.now();
  const count = await countStock(needs);
  const { orders, suspects } = await auditOrders(needs, count);
  const ofStock = count.findings();
  const findings = [...(await confirmStock(needs, ofStock)), ...(await lookAgain(needs, suspects))];
  return { startedAt, endedAt: needs.now(), products: count.products.length, orders, findings };
};

async function auditOrders(needs: AuditNeeds, count: StockCount): Promise<{ orders: number; suspects: Finding[] }> {
  const suspects: Finding[] = [];
  let orders = 0;
  for (const orderIds of pagesOf(count.heldAlone)) suspects.push(...(await auditIds(needs, orderIds)));
  for await (const page of needs.orders.all()) {
    await needs.pace(page.length);
    suspects.push(...(await auditPage(needs, page, count)));
    orders += page.length;
  }
  return { orders, suspects };
}

async function auditPage(needs: AuditNeeds, orders: AuditedOrder[], count?: StockCount): Promise<Finding[]> {
  const orderIds = orders.map(({ orderId }) => orderId);
  const reservations = byOrderId(await needs.stock.reservations(orderIds));
  const mails = byOrderId(await needs.mails.findMany(orderIds));
  const { limits } = needs;
  const at = needs.now();
  return orders.flatMap((order) => {
    const reservation = reservations.get(order.orderId);
    count?.count(order, reservation);
    return auditOrder({ order, reservation, mail: mails.get(order.orderId), at, limits });
  });
}

/** The present findings about these ids, of which some may have no order. */
async function auditIds(needs: AuditNeeds, orderIds: string[]): Promise<Finding[]> {
  const orders = await needs.orders.find(orderIds);
  const known = new Set(orders.map(({ orderId }) => orderId));
  const unknown = orderIds.filter((orderId) => !known.has(orderId));
  const orphans = unknown.length > 0 ? await needs.stock.reservations(unknown) : [];
  return [
    ...(await auditPage(needs, orders)),
    ...orphans.flatMap((reservation) => auditOrphan(reservation, needs.now(), needs.limits)),
  ];
}

async function lookAgain(needs: AuditNeeds, first: Finding[]): Promise<Finding[]> {
  let suspects = first;
  for (const pauseMs of pausesMs) {
    if (suspects.length === 0) break;
    await needs.wait(pauseMs);
    const seen = new Set(suspects.map(keyOf));
    const still: Finding[] = [];
    for (const orderIds of pagesOf([...new Set(suspects.map(({ orderId = '' }) => orderId))])) {
      await needs.pace(orderIds.length);
      still.push(...(await auditIds(needs, orderIds)).filter((finding) => seen.has(keyOf(finding))));
    }
    suspects = still;
  }
  return suspects;
}

/** Sums are looked at again by counting once more, from another moment. */
async function confirmStock(needs: AuditNeeds, first: Finding[]): Promise<Finding[]> {
  const [pauseMs = 0] = pausesMs;
  if (first.length === 0) return [];
  await needs.wait(pauseMs);
  const count = await countStock(needs);
  for await (const page of needs.orders.all()) {
    await needs.pace(page.length);
    const reservations = byOrderId(await needs.stock.reservations(page.map(({ orderId }) => orderId)));
    for (const order of page) count.count(order, reservations.get(order.orderId));
  }
  const seen = new Set(first.map(keyOf));
  return count.findings().filter((finding) => seen.has(keyOf(finding)));
}

const keyOf = ({ rule, orderId = '', productId = '' }: Finding) => `${rule} ${orderId} ${productId}`;
