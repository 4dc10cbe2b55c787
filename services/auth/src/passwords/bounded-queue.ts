import { overloaded, unavailable } from '@orders/shared/errors';
import { deadlineOfRequest } from '@orders/shared/request-context';

export interface BoundedQueueOptions {
  /** Works under way at once. */
  concurrency: number;
  /** Works that may wait for their turn; one more is refused at once. */
  maxWaiting: number;
  now: () => Date;
}

/**
 * Lets a bounded number of works run and a bounded number wait in the order they came. Rejects with OVERLOADED past
 * that, and with UNAVAILABLE when the turn comes after the caller's deadline.
 */
export function createBoundedQueue({ concurrency, maxWaiting, now }: BoundedQueueOptions) {
  const waiting: (() => void)[] = [];
  let running = 0;

  const takeTurn = (): Promise<void> => {
    if (running < concurrency) {
      running += 1;
      return Promise.resolve();
    }
    if (waiting.length >= maxWaiting) return Promise.reject(overloaded('too many sign-ins are waiting'));
    return new Promise((resolve) => waiting.push(resolve));
  };

  // The turn goes from hand to hand, so a newcomer cannot slip in between.
  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    await takeTurn();
    try {
      if (now().getTime() >= deadlineOfRequest()) throw unavailable('the deadline passed in the queue');
      return await work();
    } finally {
      endTurn();
    }
  };

  return { run, waitingCount: () => waiting.length };
}
