import type { DeadLetter } from './dead-letter';
import type { OperatorAct } from './operator-act';

export interface RedriveDeadLettersNeeds<Taken extends DeadLetter> {
  deadLetters: { take: (count: number) => Promise<Taken[]>; sendAgain: (letters: Taken[]) => Promise<number> };
  desk: { takeOne: (messageId: string) => Promise<Taken> };
  /** Notes what is about to be done; answers how to note what came of it. */
  note: (act: OperatorAct) => Promise<(outcome: string) => Promise<void>>;
  wait: (milliseconds: number) => Promise<unknown>;
}

export interface RedriveDeadLetters {
  operator: string;
  limit: number;
  perSecond: number;
  /** Only this one; empty for any. */
  messageId: string;
}

/** Puts dead letters back on the queue, no faster than asked; answers how many. */
export const createRedriveDeadLetters =
  <Taken extends DeadLetter>(needs: RedriveDeadLettersNeeds<Taken>) =>
  async ({ operator, messageId, ...pace }: RedriveDeadLetters): Promise<number> => {
    const noteOutcome = await needs.note({ act: 'redrive', operator, ...(messageId !== '' && { messageId }) });
    const redriven =
      messageId === ''
        ? await redriveAny(needs, pace)
        : await needs.deadLetters.sendAgain([await needs.desk.takeOne(messageId)]);
    await noteOutcome(`redriven ${String(redriven)}`);
    return redriven;
  };

async function redriveAny<Taken extends DeadLetter>(
  { deadLetters, wait }: RedriveDeadLettersNeeds<Taken>,
  { limit, perSecond }: Pick<RedriveDeadLetters, 'limit' | 'perSecond'>,
): Promise<number> {
  let redriven = 0;
  while (redriven < limit) {
    const letters = await deadLetters.take(Math.min(10, limit - redriven, perSecond));
    if (letters.length === 0) break;
    const sent = await deadLetters.sendAgain(letters);
    redriven += sent;
    // What the queue refused comes back by itself: trying it again at once would be a busy loop.
    if (sent < letters.length) break;
    if (redriven < limit) await wait((sent / perSecond) * 1_000);
  }
  return redriven;
}
