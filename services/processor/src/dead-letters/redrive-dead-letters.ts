import type { DeadLetter } from './dead-letter-browser';
import type { Once } from './once';
import type { RecordAction } from './operator-actions';

export interface RedriveDeadLettersNeeds<Taken extends DeadLetter> {
  deadLetters: { take: (count: number) => Promise<Taken[]>; resend: (letters: Taken[]) => Promise<number> };
  browser: { take: (messageId: string) => Promise<Taken> };
  recordAction: RecordAction;
  once: Once;
  wait: (milliseconds: number) => Promise<unknown>;
  /** Until the deadline of the request; Infinity where it has none. */
  timeLeftMs: () => number;
}

// Receiving, sending and deleting ten letters, on a slow queue, and the outcome's record after it.
const batchMs = 2_000;

export interface RedriveDeadLetters {
  operator: string;
  operationId: string;
  limit: number;
  perSecond: number;
  /** Only this one, or any where it is empty. */
  messageId: string;
}

/** Sends dead letters to the queue again, no faster than asked and as long as the request has time; the number of redriven ones. */
export const createRedriveDeadLetters =
  <Taken extends DeadLetter>(needs: RedriveDeadLettersNeeds<Taken>) =>
  async ({ operator, operationId, messageId, ...pace }: RedriveDeadLetters): Promise<number> => {
    const action = { act: 'redrive' as const, operator, operationId, ...(messageId !== '' && { messageId }) };
    const { redriven } = await needs.once(action, async () => {
      // A letter that is not there leaves nothing in the log.
      const named = messageId === '' ? undefined : await needs.browser.take(messageId);
      const recordOutcome = await needs.recordAction(action);
      const sent = named ? await needs.deadLetters.resend([named]) : await redriveAny(needs, pace);
      await recordOutcome(`redriven ${String(sent)}`, { redriven: sent });
      return { redriven: sent };
    });
    return redriven;
  };

async function redriveAny<Taken extends DeadLetter>(
  { deadLetters, wait, timeLeftMs }: RedriveDeadLettersNeeds<Taken>,
  { limit, perSecond }: Pick<RedriveDeadLetters, 'limit' | 'perSecond'>,
): Promise<number> {
  let redriven = 0;
  do {
    const letters = await deadLetters.take(Math.min(10, limit - redriven, perSecond));
    if (letters.length === 0) break;
    const sent = await deadLetters.resend(letters);
    redriven += sent;
    // What SQS refused becomes visible again by itself; retrying at once would be a busy loop.
    if (sent < letters.length) break;
    if (redriven < limit) await wait((sent / perSecond) * 1_000);
  } while (redriven < limit && timeLeftMs() >= batchMs);
  return redriven;
}
