import type { AuditedMail, AuditedOrder, AuditedReservation, AuditLimits, AuditRule, Finding } from './audit-facts';
import type { Item } from '../mail/order';

/** All that is kept about one order id. */
export interface OrderFacts {
  order: AuditedOrder;
  reservation?: AuditedReservation | undefined;
  mail?: AuditedMail | undefined;
  at: Date;
  limits: AuditLimits;
}

type Say = (rule: AuditRule, what: string) => void;

// Reservations and mails are purged 60 days after their end, which is about when the order's status changed.
const purgedAfterMs = 59 * 86_400_000;

/** Whether an order's outbox, reservation and mail agree with its status, and nothing is older than its limit. */
export function auditOrder(facts: OrderFacts): Finding[] {
  const findings: Finding[] = [];
  const { orderId } = facts.order;
  const say: Say = (rule, what) => void findings.push({ rule, orderId, what });
  if (facts.order.isTakenOver) auditTakenOver(facts, say);
  else {
    auditReservation(facts, say);
    auditMail(facts, say);
  }
  auditOutbox(facts, say);
  auditAges(facts, say);
  return findings;
}

function auditTakenOver({ reservation, mail }: OrderFacts, say: Say): void {
  if (reservation) say('reservation', `it was taken over as final, and its reservation is ${reservation.state}`);
  if (mail) say('mail', `it was taken over as final, and its mail is ${mail.state}`);
}

function auditReservation({ order, reservation, at }: OrderFacts, say: Say): void {
  if (!reservation) {
    if (!isPurged(order, at)) say('reservation', `a ${order.status} order has no reservation`);
    return;
  }
  const { state } = reservation;
  if (!mayBe[order.status].includes(state) && !(isTaken(state) && isReleasing(order))) {
    say('reservation', `a ${order.status} order has a reservation that is ${state}`);
  }
  if (isTaken(state)) auditTaking(order, reservation, say);
}

const mayBe: Record<AuditedOrder['status'], AuditedReservation['state'][]> = {
  Pending: ['held', 'committed'],
  Processed: ['committed'],
  Cancelled: ['released'],
  Failed: ['released'],
};

const isTaken = (state: AuditedReservation['state']) => state === 'held' || state === 'committed';

const isReleasing = ({ status, outbox }: AuditedOrder) =>
  (status === 'Cancelled' || status === 'Failed') && outbox.some(({ kind }) => kind === 'release');

function auditTaking(order: AuditedOrder, { epoch, items }: AuditedReservation, say: Say): void {
  if (epoch !== order.epoch) {
    say('reservation', `it stands on epoch ${String(order.epoch)}, its reservation on ${String(epoch)}`);
  }
  if (!isSame(items, order.items)) say('reservation', 'its reservation is for other items');
}

function auditMail({ order, mail, at, limits }: OrderFacts, say: Say): void {
  const { status, updatedAt } = order;
  if (mail) {
    const fits = {
      Pending: mail.state === 'owed',
      Processed: mail.state !== 'dropped',
      Failed: mail.state !== 'dropped',
      Cancelled: mail.state === 'owed' || mail.state === 'dropped',
    }[status];
    if (!fits) say('mail', `the mail of a ${status} order is ${mail.state}`);
    return;
  }
  if (isPurged(order, at)) return;
  // The ledger entry is made before an order becomes Processed; a Failed one still has to come by the processor.
  const isDue = status === 'Processed' || (status === 'Failed' && ageMs(updatedAt, at) >= limits.pendingMs);
  if (isDue) say('mail', `no mail is noted for a ${status} order`);
}

function auditOutbox({ order }: OrderFacts, say: Say): void {
  const { status, outbox, republishAt, isTakenOver } = order;
  if (isTakenOver) {
    if (outbox.length > 0) say('outbox', 'it was taken over as final, and owes something');
    return;
  }
  if (outbox.some(({ kind }) => kind === 'release') && !isReleasing(order)) {
    say('outbox', `a ${status} order owes a release`);
  }
  if (status === 'Pending' && !republishAt) say('outbox', 'a Pending order is never published again');
}

function auditAges({ order, mail, at, limits }: OrderFacts, say: Say): void {
  if (order.status === 'Pending' && ageMs(order.createdAt, at) >= limits.pendingMs) {
    say('pending-too-old', `it is Pending since ${order.createdAt.toISOString()}`);
  }
  for (const { kind, at: owedAt } of order.outbox) {
    if (ageMs(owedAt, at) >= limits.outboxMs) say('outbox-too-old', `it owes a ${kind} since ${owedAt.toISOString()}`);
  }
  if (mail?.state === 'owed' && ageMs(mail.owedAt, at) >= limits.mailMs) {
    say('mail-too-old', `its mail is owed since ${mail.owedAt.toISOString()}`);
  }
}

/** A held reservation without an order is given back by the expiry, within its limit. */
export function auditOrphan({ orderId, state, heldAt }: AuditedReservation, at: Date, limits: AuditLimits): Finding[] {
  if (state === 'committed') return [{ rule: 'reservation', orderId, what: 'stock is committed without an order' }];
  if (state !== 'held' || ageMs(heldAt ?? new Date(0), at) < limits.heldMs) return [];
  const since = heldAt?.toISOString() ?? 'an unknown time';
  return [{ rule: 'held-too-old', orderId, what: `stock is held without an order since ${since}` }];
}

const isPurged = ({ updatedAt, status }: AuditedOrder, at: Date) =>
  status !== 'Pending' && ageMs(updatedAt, at) >= purgedAfterMs;

const ageMs = (since: Date, at: Date) => at.getTime() - since.getTime();

function isSame(left: Item[], right: Item[]): boolean {
  const quantities = new Map(right.map(({ productId, quantity }) => [productId, quantity]));
  return left.length === right.length && left.every((item) => quantities.get(item.productId) === item.quantity);
}
