import type { OrderStatus } from '@orders/proto/order-status';
import type { DeadLetter } from './dead-letter-browser';
import type { OperatorAction } from './operator-actions';

export interface DiscardDeadLetterNeeds<Taken extends DeadLetter> {
  browser: { take: (messageId: string) => Promise<Taken> };
  deadLetters: { remove: (letters: Taken[]) => Promise<void>; putBack: (letters: Taken[]) => Promise<void> };
  /** Fails a pending order; the status it has then, undefined where there is no such order. */
  orders: { fail: (orderId: string, reason: string) => Promise<OrderStatus | undefined> };
  /** Records an action before it is carried out; the answer records its outcome. */
  recordAction: (action: OperatorAction) => Promise<(outcome: string) => Promise<void>>;
}

export interface DiscardDeadLetter {
  operator: string;
  messageId: string;
  /** Shown to the buyer. */
  reason: string;
}

export interface Discarded {
  orderId?: string;
  status?: OrderStatus;
}

/**
 * Discards a dead letter: fails its order where that is still pending, and only then deletes the message, so that a crash
 * leaves a letter that can be discarded again.
 */
export const createDiscardDeadLetter =
  <Taken extends DeadLetter>({ browser, deadLetters, orders, recordAction }: DiscardDeadLetterNeeds<Taken>) =>
  async ({ operator, messageId, reason }: DiscardDeadLetter): Promise<Discarded> => {
    const letter = await browser.take(messageId);
    const { orderId } = letter;
    try {
      const about = orderId !== undefined && { orderId };
      const recordOutcome = await recordAction({ act: 'discard', operator, messageId, reason, ...about });
      const status = orderId === undefined ? undefined : await orders.fail(orderId, reason);
      await deadLetters.remove([letter]);
      await recordOutcome(status ? `the order is ${status}` : 'there is no order');
      return { ...about, ...(status && { status }) };
    } catch (error) {
      await deadLetters.putBack([letter]);
      throw error;
    }
  };
