import type { Deliveries } from './audit-deliveries';
import type { AuditedMail, AuditedOrder, AuditedProduct, AuditedReservation, AuditLimits } from './audit-facts';

/** What an audit reads from the three services, in bounded pages and without locks. */
export interface AuditNeeds {
  stock: {
    totals: () => Promise<{ products: AuditedProduct[]; readAt: string }>;
    held: (readAt: string) => AsyncIterable<AuditedReservation[]>;
    reservations: (orderIds: string[], readAt?: string) => Promise<AuditedReservation[]>;
  };
  orders: {
    openIds: () => Promise<string[]>;
    idsSince: (since: Date) => Promise<string[]>;
    all: () => AsyncIterable<AuditedOrder[]>;
    find: (orderIds: string[]) => Promise<AuditedOrder[]>;
  };
  mails: { findMany: (orderIds: string[]) => Promise<AuditedMail[]> };
  /** All webhooks, with the deliveries of these orders. */
  deliveries: { ofOrders: (orderIds: string[]) => Promise<Deliveries> };
  /** Resolves when so many more orders may be read; rejects to abort the audit. */
  pace: (orders: number) => Promise<void>;
  wait: (milliseconds: number) => Promise<unknown>;
  now: () => Date;
  limits: AuditLimits;
}
