import type { OrderStatus } from '@orders/proto/order-status';
import type { DeadLetter } from './dead-letter-browser';
import type { Once } from './once';
import type { RecordAction } from './operator-actions';

export interface DiscardDeadLetterNeeds<Taken extends DeadLetter> {
  browser: { take: (messageId: string) => Promise<Taken> };
  deadLetters: { remove: (letters: Taken[]) => Promise<void>; putBack: (letters: Taken[]) => Promise<void> };
  /** Fails a pending order; the status it has then, undefined where there is no such order. */
  orders: { fail: (orderId: string, reason: string) => Promise<OrderStatus | undefined> };
  recordAction: RecordAction;
  once: Once;
}

export interface DiscardDeadLetter {
  operator: string;
  operationId: string;
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
  <Taken extends DeadLetter>({ browser, deadLetters, orders, recordAction, once }: DiscardDeadLetterNeeds<Taken>) =>
  (request: DiscardDeadLetter): Promise<Discarded> => {
    const action = { act: 'discard' as const, ...request };
    return once(action, async () => {
      const letter = await browser.take(request.messageId);
      const { orderId } = letter;
      try {
        const about = orderId !== undefined && { orderId };
        const recordOutcome = await recordAction({ ...action, ...about });
        const status = orderId === undefined ? undefined : await orders.fail(orderId, request.reason);
        await deadLetters.remove([letter]);
        const discarded = { ...about, ...(status && { status }) };
        await recordOutcome(status ? `the order is ${status}` : 'there is no order', discarded);
        return discarded;
      } catch (error) {
        await deadLetters.putBack([letter]);
        throw error;
      }
    });
  };
