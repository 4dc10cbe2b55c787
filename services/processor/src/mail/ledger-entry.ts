import type { MailEnd } from './owed-mail';

/** What the mail ledger says of one order. */
export interface LedgerEntry {
  orderId: string;
  state: 'owed' | MailEnd;
  /** How often it was taken to be sent. */
  attempts: number;
  owedAt: Date;
  finishedAt?: Date;
  /** Why it was rejected or dropped. */
  reason?: string;
  /** A step of the trace that its order was placed in. */
  traceparent?: string;
}
