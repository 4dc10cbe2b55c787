import { DomainError } from '@orders/shared/errors';
import { queueScanMs } from '@orders/shared/time-limits';
import type { DeadLetter } from './dead-letter';

export interface DeadLetterDeskNeeds<Taken extends DeadLetter> {
  deadLetters: {
    take: (count: number) => Promise<Taken[]>;
    putBack: (letters: Taken[]) => Promise<void>;
  };
  monotonicMs: () => number;
}

const mostLetters = 1_000;

/**
 * Looks through the dead-letter queue. SQS can only hand messages out, so what is looked at is taken and put back, by one
 * reader at a time: two at once would each see what the other has not in hand.
 */
export function createDeadLetterDesk<Taken extends DeadLetter>({
  deadLetters,
  monotonicMs,
}: DeadLetterDeskNeeds<Taken>) {
  let lastTurn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastTurn.then(work, work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  };

  async function takeUntil(isEnough: (newest: Taken[]) => boolean): Promise<Taken[]> {
    const taken: Taken[] = [];
    const endsAt = monotonicMs() + queueScanMs;
    try {
      while (taken.length < mostLetters && monotonicMs() < endsAt) {
        const letters = await deadLetters.take(10);
        taken.push(...letters);
        if (letters.length === 0 || isEnough(letters)) break;
      }
      return taken;
    } catch (error) {
      await deadLetters.putBack(taken);
      throw error;
    }
  }

  return {
    /** What is there, each once, and still there afterwards. */
    look: (): Promise<DeadLetter[]> =>
      inTurn(async () => {
        const taken = await takeUntil(() => false);
        await deadLetters.putBack(taken);
        return [...new Map(taken.map((letter) => [letter.messageId, letter])).values()];
      }),

    /** Takes one letter, or DEAD_LETTER_NOT_FOUND. */
    takeOne: (messageId: string): Promise<Taken> =>
      inTurn(async () => {
        const isIt = (letter: Taken) => letter.messageId === messageId;
        const taken = await takeUntil((letters) => letters.some(isIt));
        const found = taken.find(isIt);
        await deadLetters.putBack(taken.filter((letter) => letter !== found));
        if (found) return found;
        throw new DomainError('NOT_FOUND', {
          code: 'DEAD_LETTER_NOT_FOUND',
          message: `there is no dead letter ${messageId}`,
        });
      }),
  };
}
