import { DomainError } from '@orders/shared/errors';
import { queueScanMs } from '@orders/shared/time-limits';

/** A message in the dead-letter queue. */
export interface DeadLetter {
  messageId: string;
  body: string;
  /** Absent where the message cannot be parsed. */
  orderId?: string;
  /** Why it is here. */
  reason: string;
  /** When it came to the dead-letter queue, or when it was first sent where SQS itself moved it. */
  sentAt: Date;
  /** The request that caused it. */
  requestId?: string;
}

export interface DeadLetterBrowserNeeds<Taken extends DeadLetter> {
  deadLetters: {
    take: (count: number) => Promise<Taken[]>;
    putBack: (letters: Taken[]) => Promise<void>;
  };
  monotonicMs: () => number;
}

const maxLetters = 1_000;

/**
 * Browses the dead-letter queue. SQS can only hand messages out, so letters are taken and put back, by one reader at a time:
 * two at once would each miss what the other holds.
 */
export function createDeadLetterBrowser<Taken extends DeadLetter>({
  deadLetters,
  monotonicMs,
}: DeadLetterBrowserNeeds<Taken>) {
  let lastTurn: Promise<unknown> = Promise.resolve();

  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastTurn.then(work, work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  };

  async function takeUntil(isEnough: (newest: Taken[]) => boolean): Promise<Taken[]> {
    const taken: Taken[] = [];
    const endsAt = monotonicMs() + queueScanMs;
    try {
      while (taken.length < maxLetters && monotonicMs() < endsAt) {
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
    /** All letters, each once; they stay in the queue. */
    list: (): Promise<DeadLetter[]> =>
      oneAtATime(async () => {
        const taken = await takeUntil(() => false);
        await deadLetters.putBack(taken);
        return [...new Map(taken.map((letter) => [letter.messageId, letter])).values()];
      }),

    /** Takes one letter, or throws DEAD_LETTER_NOT_FOUND. */
    take: (messageId: string): Promise<Taken> =>
      oneAtATime(async () => {
        const isWanted = (letter: Taken) => letter.messageId === messageId;
        const taken = await takeUntil((letters) => letters.some(isWanted));
        const found = taken.find(isWanted);
        await deadLetters.putBack(taken.filter((letter) => letter !== found));
        if (found) return found;
        throw new DomainError('NOT_FOUND', {
          code: 'DEAD_LETTER_NOT_FOUND',
          message: `there is no dead letter ${messageId}`,
        });
      }),
  };
}
