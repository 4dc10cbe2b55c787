import type { AuditedMail, AuditedOrder, AuditedProduct, AuditedReservation, AuditLimits } from './audit-facts';

/** What an audit asks of the three services; every read is a bounded page and takes no lock. */
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
  /** Resolves when so many orders more may be read; rejects to give the audit up. */
  pace: (orders: number) => Promise<void>;
  wait: (milliseconds: number) => Promise<unknown>;
  now: () => Date;
  limits: AuditLimits;
}

const pageSize = 500;

/** Ids in pages of the size that the services take. */
export const pagesOf = (ids: string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
    ids.slice(page * pageSize, (page + 1) * pageSize),
  );

export const byOrderId = <Kept extends { orderId: string }>(all: Kept[]): Map<string, Kept> =>
  new Map(all.map((kept) => [kept.orderId, kept]));
