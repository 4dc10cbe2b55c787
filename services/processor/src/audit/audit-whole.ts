import { deliveriesByOrder, type AuditedDelivery, type Deliveries } from './audit-deliveries';
import {
  byOrderId,
  type AuditedMail,
  type AuditedOrder,
  type AuditedProduct,
  type AuditedReservation,
  type AuditLimits,
  type Finding,
} from './audit-facts';
import { auditOrder, auditOrphan } from './audit-order';
import { addUnits, auditTaken, auditTotals, type Units } from './audit-stock';

/** Everything that a small system stores, at one moment. */
export interface WholeSystem {
  products: AuditedProduct[];
  reservations: AuditedReservation[];
  orders: AuditedOrder[];
  mails: AuditedMail[];
  reported: Deliveries;
  at: Date;
  /** `restLimits` where no work may be in progress. */
  limits: AuditLimits;
}

/** Audits a system that can be read as a whole at one moment. */
export function auditWhole({ products, reservations, orders, mails, reported, at, limits }: WholeSystem): Finding[] {
  const orderOf = byOrderId(orders);
  const reservationOf = byOrderId(reservations);
  const mailOf = byOrderId(mails);
  const reportedOf = deliveriesByOrder(reported);
  const orphans = reservations.filter(({ orderId }) => !orderOf.has(orderId));
  return [
    ...products.flatMap(auditTotals),
    ...auditTaken({ products, held: heldUnits(reservations), committed: committedUnits(orders, reservations) }),
    ...orders.flatMap((order) => {
      const { orderId } = order;
      const stored = { order, reservation: reservationOf.get(orderId), mail: mailOf.get(orderId) };
      return auditOrder({ ...stored, reported: reportedOf(orderId), at, limits });
    }),
    ...orphans.flatMap((reservation) => auditOrphan(reservation, at, limits)),
    ...mails.filter(({ orderId }) => !orderOf.has(orderId)).flatMap(auditMailWithoutOrder),
    ...reported.deliveries.filter(({ orderId }) => !orderOf.has(orderId)).flatMap(auditDeliveryWithoutOrder),
  ];
}

function heldUnits(reservations: AuditedReservation[]): Units {
  const units: Units = new Map();
  for (const { state, items } of reservations) if (state === 'held') addUnits(units, items);
  return units;
}

/** Processed orders always count, because their reservations are purged one day; others count while theirs is committed. */
function committedUnits(orders: AuditedOrder[], reservations: AuditedReservation[]): Units {
  const units: Units = new Map();
  const reservationOf = byOrderId(reservations);
  for (const { orderId, status, items, isImported } of orders) {
    if (isImported) continue;
    if (status === 'Processed' || reservationOf.get(orderId)?.state === 'committed') addUnits(units, items);
  }
  return units;
}

// A mail may be recorded for an order that was never stored; it is dropped after a day.
function auditMailWithoutOrder({ orderId, state }: AuditedMail): Finding[] {
  if (state === 'owed' || state === 'dropped') return [];
  return [{ rule: 'mail', orderId, what: `a mail without an order is ${state}` }];
}

// So may a delivery; a test is about no order.
function auditDeliveryWithoutOrder({ orderId, kind, state }: AuditedDelivery): Finding[] {
  if (kind === 'test' || state === 'pending') return [];
  return [{ rule: 'delivery', orderId, what: `a delivery without an order is ${state}` }];
}
