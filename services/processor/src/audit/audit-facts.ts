import type { Money, PricedItem } from '@orders/proto/items';
import type { OrderStatus } from '@orders/proto/order-status';
import type { LedgerEntry } from '../mail/ledger-entry';

/** A product's totals in inventory. */
export interface AuditedProduct {
  productId: string;
  available: number;
  held: number;
  committed: number;
  initial: number;
  restocked: number;
  adjusted: number;
}

export interface AuditedReservation {
  orderId: string;
  state: 'held' | 'committed' | 'released' | 'expired';
  items: PricedItem[];
  /** Of its prices; absent where none were decided, and where the previous release of inventory shows none. */
  currency?: string;
  /** How often stock was reserved under its id. */
  epoch: number;
  /** When stock was last reserved, where it was. */
  heldAt?: Date;
}

export interface AuditedOrder {
  orderId: string;
  status: OrderStatus;
  items: PricedItem[];
  /** Absent where no prices were decided. */
  total?: Money;
  /** Which reservation attempt it is based on. */
  epoch: number;
  createdAt: Date;
  /** When its status last changed. */
  updatedAt: Date;
  /** Its outbox entries. */
  outbox: { kind: 'publish' | 'release'; at: Date }[];
  /** When it will be published again; absent once it is final. */
  republishAt?: Date;
  /** Whether it was imported as final from the original system, without stock and mail in this one. */
  isImported: boolean;
}

export type AuditedMail = Pick<LedgerEntry, 'orderId' | 'state' | 'owedAt' | 'reason'>;

/** How old work in progress may be before it is a finding. */
export interface AuditLimits {
  pendingMs: number;
  outboxMs: number;
  mailMs: number;
  /** For a reservation without an order. */
  heldMs: number;
}

export type AuditRule =
  | 'stock-sum'
  | 'negative'
  | 'held-sum'
  | 'committed-sum'
  | 'reservation'
  | 'price'
  | 'outbox'
  | 'mail'
  | 'delivery'
  | 'pending-too-old'
  | 'outbox-too-old'
  | 'mail-too-old'
  | 'held-too-old';

/** Something that is inconsistent, or too old. */
export interface Finding {
  rule: AuditRule;
  orderId?: string;
  productId?: string;
  /** A description for operators. */
  what: string;
}

const minuteMs = 60_000;

/** Limits for a running system: older work should have been done by a sweep long ago. */
export const auditLimitsOf = ({ reservationLifeMs }: { reservationLifeMs: number }): AuditLimits => ({
  pendingMs: 15 * minuteMs,
  outboxMs: 5 * minuteMs,
  mailMs: 60 * minuteMs,
  heldMs: 14 * minuteMs + reservationLifeMs,
});

/** Limits for a running system whose reservations live for a minute. */
export const auditLimits = auditLimitsOf({ reservationLifeMs: minuteMs });

/** Limits for a system at rest, where no work may be in progress. */
export const restLimits: AuditLimits = { pendingMs: 0, outboxMs: 0, mailMs: 0, heldMs: 0 };

/** The stored result of an audit. */
export interface AuditResult {
  endedAt: Date;
  orders: number;
  findings: Record<AuditRule, number>;
}

const noFindings: AuditResult['findings'] = {
  'stock-sum': 0,
  negative: 0,
  'held-sum': 0,
  'committed-sum': 0,
  reservation: 0,
  price: 0,
  outbox: 0,
  mail: 0,
  delivery: 0,
  'pending-too-old': 0,
  'outbox-too-old': 0,
  'mail-too-old': 0,
  'held-too-old': 0,
};

/** Counts the findings of each rule. */
export function countByRule(findings: Finding[]): AuditResult['findings'] {
  const counts = { ...noFindings };
  for (const { rule } of findings) counts[rule] += 1;
  return counts;
}

export const byOrderId = <Entry extends { orderId: string }>(entries: Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.orderId, entry]));
