import type { LedgerEntry } from '../mail/ledger-entry';
import type { Item, OrderStatus } from '../mail/order';

/** A product's totals as inventory keeps them. */
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
  items: Item[];
  /** How often stock was taken for its id. */
  epoch: number;
  /** When stock was taken last, where it was. */
  heldAt?: Date;
}

export interface AuditedOrder {
  orderId: string;
  status: OrderStatus;
  items: Item[];
  /** Which taking of stock it stands on. */
  epoch: number;
  createdAt: Date;
  /** When its status changed last. */
  updatedAt: Date;
  /** What it owes to other systems. */
  outbox: { kind: 'publish' | 'release'; at: Date }[];
  /** When it is published again; absent once it is final. */
  republishAt?: Date;
  /** Whether it ended in the original system: its stock and its mail are not of here. */
  isTakenOver: boolean;
}

export type AuditedMail = Pick<LedgerEntry, 'orderId' | 'state' | 'owedAt'>;

/** How long work in flight may take before it is a finding. */
export interface AuditLimits {
  pendingMs: number;
  outboxMs: number;
  mailMs: number;
  /** Of a reservation whose order was never stored. */
  heldMs: number;
}

export type AuditRule =
  | 'stock-sum'
  | 'negative'
  | 'held-sum'
  | 'committed-sum'
  | 'reservation'
  | 'outbox'
  | 'mail'
  | 'pending-too-old'
  | 'outbox-too-old'
  | 'mail-too-old'
  | 'held-too-old';

/** Something that a sound system does not show. */
export interface Finding {
  rule: AuditRule;
  orderId?: string;
  productId?: string;
  /** In words, for an operator. */
  what: string;
}
