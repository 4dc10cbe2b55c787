import { overloaded, unavailable } from '@orders/shared/errors';
import { deadlineOfRequest } from '@orders/shared/request-context';

export interface BoundedQueueOptions {
  /** How many tasks run at once. */
  concurrency: number;
  /** How many tasks may wait for their turn; one more is rejected at once. */
  maxWaiting: number;
  now: () => Date;
}

/**
 * Runs a bounded number of tasks and lets a bounded number wait in order. Rejects with OVERLOADED beyond that, and with
 * UNAVAILABLE when the turn comes after the caller's deadline. p-limit has no bound on what waits, and is an ES module.
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

  // The turn passes directly to the next task, so that a newcomer cannot overtake it.
  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  const run = async <T>(task: () => Promise<T>): Promise<T> => {
    await takeTurn();
    try {
      if (now().getTime() >= deadlineOfRequest()) throw unavailable('the deadline passed while waiting for a turn');
      return await task();
    } finally {
      endTurn();
    }
  };

  return { run, waitingCount: () => waiting.length };
}
