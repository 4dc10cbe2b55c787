import type {
  AuditedMail,
  AuditedOrder,
  AuditedProduct,
  AuditedReservation,
  AuditLimits,
  Finding,
} from './audit-facts';
import { auditOrder, auditOrphan } from './audit-order';
import { addPieces, auditTaken, auditTotals, type Pieces } from './audit-stock';

/** Everything that a small system keeps, seen at one moment. */
export interface WholeSystem {
  products: AuditedProduct[];
  reservations: AuditedReservation[];
  orders: AuditedOrder[];
  mails: AuditedMail[];
  at: Date;
  /** `restLimits` where nothing may be in flight. */
  limits: AuditLimits;
}

/** All that is wrong with a system that can be seen as a whole at one moment. */
export function auditWhole({ products, reservations, orders, mails, at, limits }: WholeSystem): Finding[] {
  const orderOf = byOrderId(orders);
  const reservationOf = byOrderId(reservations);
  const mailOf = byOrderId(mails);
  const orphans = reservations.filter(({ orderId }) => !orderOf.has(orderId));
  return [
    ...products.flatMap(auditTotals),
    ...auditTaken({ products, held: heldPieces(reservations), committed: committedPieces(orders, reservations) }),
    ...orders.flatMap((order) => {
      const { orderId } = order;
      return auditOrder({ order, reservation: reservationOf.get(orderId), mail: mailOf.get(orderId), at, limits });
    }),
    ...orphans.flatMap((reservation) => auditOrphan(reservation, at, limits)),
    ...mails.flatMap((mail) => auditStrangeMail(mail, orderOf.has(mail.orderId))),
  ];
}

function heldPieces(reservations: AuditedReservation[]): Pieces {
  const pieces: Pieces = new Map();
  for (const { state, items } of reservations) if (state === 'held') addPieces(pieces, items);
  return pieces;
}

/** Processed orders count by themselves, for their reservations are purged one day; others while theirs is committed. */
function committedPieces(orders: AuditedOrder[], reservations: AuditedReservation[]): Pieces {
  const pieces: Pieces = new Map();
  const reservationOf = byOrderId(reservations);
  for (const { orderId, status, items, isTakenOver } of orders) {
    if (isTakenOver) continue;
    if (status === 'Processed' || reservationOf.get(orderId)?.state === 'committed') addPieces(pieces, items);
  }
  return pieces;
}

// A mail may be noted for an order that was never stored; it is dropped after a day.
function auditStrangeMail({ orderId, state }: AuditedMail, hasOrder: boolean): Finding[] {
  const isSound = hasOrder || state === 'owed' || state === 'dropped';
  return isSound ? [] : [{ rule: 'mail', orderId, what: `a mail without an order is ${state}` }];
}

const byOrderId = <Kept extends { orderId: string }>(all: Kept[]): Map<string, Kept> =>
  new Map(all.map((kept) => [kept.orderId, kept]));
