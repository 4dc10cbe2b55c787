/** A mail that an order's end is owed. */
export interface OwedMail {
  orderId: string;
  requestId: string;
  traceparent: string;
  /** How long it is owed already, by the database's clock. */
  ageMs: number;
}

/** How an owed mail ended: sent, refused for good, or not wanted. */
export type MailEnd = 'sent' | 'rejected' | 'dropped';
