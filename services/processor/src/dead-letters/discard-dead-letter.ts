import type { DeadLetter } from './dead-letter';
import type { OperatorAct } from './operator-act';
import type { OrderStatus } from '../mail/order';

export interface DiscardDeadLetterNeeds<Taken extends DeadLetter> {
  desk: { takeOne: (messageId: string) => Promise<Taken> };
  deadLetters: { remove: (letters: Taken[]) => Promise<void>; putBack: (letters: Taken[]) => Promise<void> };
  /** Gives a pending order up; answers where it stands, undefined where there is none. */
  orders: { fail: (orderId: string, reason: string) => Promise<OrderStatus | undefined> };
  /** Notes what is about to be done; answers how to note what came of it. */
  note: (act: OperatorAct) => Promise<(outcome: string) => Promise<void>>;
}

export interface DiscardDeadLetter {
  operator: string;
  messageId: string;
  /** What the buyer reads. */
  reason: string;
}

export interface Discarded {
  orderId?: string;
  status?: OrderStatus;
}

/**
 * Gives a dead letter up: its order fails where it is still pending, and only then is the message deleted, so that a
 * crash leaves a letter that can be discarded again.
 */
export const createDiscardDeadLetter =
  <Taken extends DeadLetter>({ desk, deadLetters, orders, note }: DiscardDeadLetterNeeds<Taken>) =>
  async ({ operator, messageId, reason }: DiscardDeadLetter): Promise<Discarded> => {
    const letter = await desk.takeOne(messageId);
    const { orderId } = letter;
    try {
      const about = orderId !== undefined && { orderId };
      const noteOutcome = await note({ act: 'discard', operator, messageId, reason, ...about });
      const status = orderId === undefined ? undefined : await orders.fail(orderId, reason);
      await deadLetters.remove([letter]);
      await noteOutcome(status ? `the order is ${status}` : 'there is no order');
      return { ...about, ...(status && { status }) };
    } catch (error) {
      await deadLetters.putBack([letter]);
      throw error;
    }
  };
