import { sumOfPrices, type PricedItem } from '@orders/proto/items';
import { buyerIsGone } from '../mail/ledger-entry';
import { problemsOfDeliveries, type Deliveries } from './audit-deliveries';
import type { AuditedMail, AuditedOrder, AuditedReservation, AuditLimits, AuditRule, Finding } from './audit-facts';

/** Everything that is stored about one order id. */
export interface OrderFacts {
  order: AuditedOrder;
  reservation?: AuditedReservation | undefined;
  mail?: AuditedMail | undefined;
  reported: Deliveries;
  at: Date;
  limits: AuditLimits;
}

type Report = (rule: AuditRule, what: string) => void;

// Reservations and mails are purged 60 days after they ended, which is about when the order's status last changed.
const purgedAfterMs = 59 * 86_400_000;

/** Checks that an order's outbox, reservation, mail and deliveries agree with its status, and that nothing is older than its limit. */
export function auditOrder(facts: OrderFacts): Finding[] {
  const findings: Finding[] = [];
  const { orderId } = facts.order;
  const report: Report = (rule, what) => void findings.push({ rule, orderId, what });
  if (facts.order.isImported) auditImported(facts, report);
  else {
    auditReservation(facts, report);
    auditMail(facts, report);
  }
  auditDeliveries(facts, report);
  auditPrices(facts, report);
  auditOutbox(facts, report);
  auditAges(facts, report);
  return findings;
}

function auditImported({ reservation, mail }: OrderFacts, report: Report): void {
  if (reservation) report('reservation', `it was imported as final, but its reservation is ${reservation.state}`);
  if (mail) report('mail', `it was imported as final, but its mail is ${mail.state}`);
}

function auditReservation({ order, reservation, at }: OrderFacts, report: Report): void {
  if (!reservation) {
    if (!isPurged(order, at)) report('reservation', `a ${order.status} order has no reservation`);
    return;
  }
  const { state } = reservation;
  if (!allowedStates[order.status].includes(state) && !(isTaken(state) && isReleasing(order))) {
    report('reservation', `a ${order.status} order has a reservation that is ${state}`);
  }
  if (isTaken(state)) auditTakenStock(order, reservation, report);
}

const allowedStates: Record<AuditedOrder['status'], AuditedReservation['state'][]> = {
  Pending: ['held', 'committed'],
  Processed: ['committed'],
  Cancelled: ['released'],
  Failed: ['released'],
};

const isTaken = (state: AuditedReservation['state']) => state === 'held' || state === 'committed';

const isReleasing = ({ status, outbox }: AuditedOrder) =>
  (status === 'Cancelled' || status === 'Failed') && outbox.some(({ kind }) => kind === 'release');

function auditTakenStock(order: AuditedOrder, { epoch, items }: AuditedReservation, report: Report): void {
  if (epoch !== order.epoch) {
    report('reservation', `it is based on epoch ${String(order.epoch)}, its reservation is at ${String(epoch)}`);
  }
  if (!isSame(items, order.items)) report('reservation', 'its reservation is for other items');
}

/** The total is the sum of the items, whose prices are those that were decided with their stock. */
function auditPrices({ order, reservation }: OrderFacts, report: Report): void {
  const { items, total = { amount: 0 } } = order;
  const sum = sumOfPrices(items);
  if (sum !== total.amount) {
    report('price', `its items cost ${String(sum)}, and its total is ${String(total.amount)}`);
  }
  if (reservation && !hasReservedPrices(order, reservation)) {
    report('price', 'its names or prices are not those of its reservation');
  }
}

// Prices that were not decided, or are not shown, cannot be compared; stock that was returned may have been taken at others.
const hasReservedPrices = ({ items, total }: AuditedOrder, reservation: AuditedReservation) =>
  !total || !reservation.currency || !isTaken(reservation.state) || hasSamePrices(items, reservation.items);

function hasSamePrices(left: PricedItem[], right: PricedItem[]): boolean {
  const pricedOf = new Map(right.map((item) => [item.productId, item]));
  return left.every(({ productId, name, unitPrice }) => {
    const priced = pricedOf.get(productId);
    return priced === undefined || (priced.name === name && priced.unitPrice === unitPrice);
  });
}

function auditMail({ order, mail, at, limits }: OrderFacts, report: Report): void {
  const { status, updatedAt } = order;
  if (mail) {
    if (!fits(mail, status)) report('mail', `the mail of a ${status} order is ${mail.state}`);
    return;
  }
  if (isPurged(order, at)) return;
  // A mail is recorded before its order becomes Processed, but for a Failed order only once the processor gets its message.
  const isDue = status === 'Processed' || (status === 'Failed' && ageMs(updatedAt, at) >= limits.pendingMs);
  if (isDue) report('mail', `no mail is recorded for a ${status} order`);
}

/** Whether the mail of an order can be as it is while the order has its status. */
const fits = ({ state, reason }: AuditedMail, status: AuditedOrder['status']): boolean =>
  ({
    Pending: state === 'owed',
    Processed: state !== 'dropped' || reason === buyerIsGone,
    Failed: state !== 'dropped' || reason === buyerIsGone,
    Cancelled: state === 'owed' || state === 'dropped',
  })[status];

function auditDeliveries({ order, reported, at }: OrderFacts, report: Report): void {
  for (const problem of problemsOfDeliveries(order, reported, at)) report('delivery', problem);
}

function auditOutbox({ order }: OrderFacts, report: Report): void {
  const { status, outbox, republishAt, isImported } = order;
  if (isImported) {
    if (outbox.length > 0) report('outbox', 'it was imported as final, but has outbox entries');
    return;
  }
  if (outbox.some(({ kind }) => kind === 'release') && !isReleasing(order)) {
    report('outbox', `a ${status} order has a release in its outbox`);
  }
  if (status === 'Pending' && !republishAt) report('outbox', 'a Pending order has no time to be published again');
}

function auditAges({ order, mail, at, limits }: OrderFacts, report: Report): void {
  if (order.status === 'Pending' && ageMs(order.createdAt, at) >= limits.pendingMs) {
    report('pending-too-old', `it has been Pending since ${order.createdAt.toISOString()}`);
  }
  for (const { kind, at: owedAt } of order.outbox) {
    if (ageMs(owedAt, at) >= limits.outboxMs)
      report('outbox-too-old', `a ${kind} has been in its outbox since ${owedAt.toISOString()}`);
  }
  if (mail?.state === 'owed' && ageMs(mail.owedAt, at) >= limits.mailMs) {
    report('mail-too-old', `its mail has been pending since ${mail.owedAt.toISOString()}`);
  }
}

/** Checks a reservation without an order: it must not be committed, and the expiry must release it within its limit. */
export function auditOrphan({ orderId, state, heldAt }: AuditedReservation, at: Date, limits: AuditLimits): Finding[] {
  if (state === 'committed') return [{ rule: 'reservation', orderId, what: 'stock is committed without an order' }];
  if (state !== 'held' || ageMs(heldAt ?? new Date(0), at) < limits.heldMs) return [];
  const since = heldAt?.toISOString() ?? 'an unknown time';
  return [{ rule: 'held-too-old', orderId, what: `stock has been held without an order since ${since}` }];
}

const isPurged = ({ updatedAt, status }: AuditedOrder, at: Date) =>
  status !== 'Pending' && ageMs(updatedAt, at) >= purgedAfterMs;

const ageMs = (since: Date, at: Date) => at.getTime() - since.getTime();

function isSame(left: PricedItem[], right: PricedItem[]): boolean {
  const quantities = new Map(right.map(({ productId, quantity }) => [productId, quantity]));
  return left.length === right.length && left.every((item) => quantities.get(item.productId) === item.quantity);
}
