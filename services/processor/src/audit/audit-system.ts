import { groupsOf } from '@orders/proto/items';
import { deliveriesByOrder } from './audit-deliveries';
import { byOrderId, type AuditedOrder, type Finding } from './audit-facts';
import { auditOrder, auditOrphan } from './audit-order';
import type { AuditNeeds } from './audit-readers';
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
 * Audits a live system. What looks wrong is read again after growing pauses: only what stays wrong is a finding, the rest
 * was work in progress.
 */
export const createAuditSystem = (needs: AuditNeeds) => async (): Promise<AuditReport> => {
  const startedAt = needs.now();
  const count = await countStock(needs);
  const { orders, suspects } = await auditOrders(needs, count);
  const findings = [...(await recheckStock(needs, count.findings())), ...(await recheckOrders(needs, suspects))];
  return { startedAt, endedAt: needs.now(), products: count.products.length, orders, findings };
};

async function auditOrders(needs: AuditNeeds, count: StockCount): Promise<{ orders: number; suspects: Finding[] }> {
  const suspects: Finding[] = [];
  let orders = 0;
  for (const orderIds of groupsOf(count.heldWithoutOrder)) suspects.push(...(await auditIds(needs, orderIds)));
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
  const reportedOf = deliveriesByOrder(await needs.deliveries.ofOrders(orderIds));
  const { limits } = needs;
  const at = needs.now();
  return orders.flatMap((order) => {
    const { orderId } = order;
    const reservation = reservations.get(orderId);
    count?.count(order, reservation);
    const stored = { order, reservation, mail: mails.get(orderId), reported: reportedOf(orderId) };
    return auditOrder({ ...stored, at, limits });
  });
}

/** The present findings about these ids, some of which may have no order. */
async function auditIds(needs: AuditNeeds, orderIds: string[]): Promise<Finding[]> {
  const orders = await needs.orders.find(orderIds);
  const found = new Set(orders.map(({ orderId }) => orderId));
  const unknown = orderIds.filter((orderId) => !found.has(orderId));
  const orphans = unknown.length > 0 ? await needs.stock.reservations(unknown) : [];
  return [
    ...(await auditPage(needs, orders)),
    ...orphans.flatMap((reservation) => auditOrphan(reservation, needs.now(), needs.limits)),
  ];
}

async function recheckOrders(needs: AuditNeeds, first: Finding[]): Promise<Finding[]> {
  let suspects = first;
  for (const pauseMs of pausesMs) {
    if (suspects.length === 0) break;
    await needs.wait(pauseMs);
    const known = new Set(suspects.map(keyOf));
    const still: Finding[] = [];
    for (const orderIds of groupsOf([...new Set(suspects.map(({ orderId = '' }) => orderId))])) {
      await needs.pace(orderIds.length);
      still.push(...(await auditIds(needs, orderIds)).filter((finding) => known.has(keyOf(finding))));
    }
    suspects = still;
  }
  return suspects;
}

/** Rechecks sums by counting everything once more, at another moment. */
async function recheckStock(needs: AuditNeeds, first: Finding[]): Promise<Finding[]> {
  const [pauseMs = 0] = pausesMs;
  if (first.length === 0) return [];
  await needs.wait(pauseMs);
  const count = await countStock(needs);
  for await (const page of needs.orders.all()) {
    await needs.pace(page.length);
    const reservations = byOrderId(await needs.stock.reservations(page.map(({ orderId }) => orderId)));
    for (const order of page) count.count(order, reservations.get(order.orderId));
  }
  const known = new Set(first.map(keyOf));
  return count.findings().filter((finding) => known.has(keyOf(finding)));
}

const keyOf = ({ rule, orderId = '', productId = '' }: Finding) => `${rule} ${orderId} ${productId}`;

export interface AuditPaceNeeds {
  ordersPerSecond: number;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
}

/** Limits an audit to so many orders a second; unused time is not saved up. */
export function createAuditPace({ ordersPerSecond, monotonicMs, wait }: AuditPaceNeeds) {
  let nextAt = 0;
  return async (orders: number): Promise<void> => {
    const now = monotonicMs();
    const waitMs = Math.max(0, nextAt - now);
    nextAt = Math.max(now, nextAt) + (orders * 1_000) / ordersPerSecond;
    if (waitMs > 0) await wait(waitMs);
  };
}
