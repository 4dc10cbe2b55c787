/** A message that was given up on. */
export interface DeadLetter {
  messageId: string;
  body: string;
  /** Where the message can be read. */
  orderId?: string;
  /** Why it is here. */
  reason: string;
  /** When the dead-letter queue got it, or when it was first sent where the queue itself moved it. */
  sentAt: Date;
  /** Of the request that caused it. */
  requestId?: string;
}

/** The order of a list: the oldest first, and one place for each. */
export const byAge = (left: DeadLetter, right: DeadLetter): number =>
  left.sentAt.getTime() - right.sentAt.getTime() || (left.messageId < right.messageId ? -1 : 1);
