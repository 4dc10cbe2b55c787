/** How a mail ended: sent, refused for good, or not needed. */
export type MailOutcome = 'sent' | 'rejected' | 'dropped';

/** The mail of one order, as the ledger records it. */
export interface LedgerEntry {
  orderId: string;
  /** `owed` is the stored word for a pending mail. */
  state: 'owed' | MailOutcome;
  /** How often it was claimed for sending. */
  attempts: number;
  /** When the pending mail was recorded. */
  owedAt: Date;
  finishedAt?: Date;
  /** Why it was rejected or dropped. */
  reason?: string;
  /** A step of the trace in which its order was placed. */
  traceparent?: string;
}

/** A mail that is due and that no processor has claimed. */
export interface PendingMail {
  orderId: string;
  requestId: string;
  traceparent: string;
  /** How long it has been pending, by the database's clock. */
  ageMs: number;
}

/** The reason of a mail that was dropped because its recipient has left; of no other one for a settled order. */
export const buyerIsGone = 'the buyer has no account any more';

/** Longer than queue retention and redrive together: a late message must still find that its mail was dealt with. */
export const finishedMailDays = 60;
