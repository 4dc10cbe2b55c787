import { DomainError } from '@orders/shared/errors';
import type { RateLimit } from '../server/rate-limit';

/** Runs an attempt that counts against a key when it fails. */
export type GuardGuesses = <T>(key: string, attempt: () => Promise<T>) => Promise<T>;

interface Attempts {
  running: Set<Promise<unknown>>;
  /** How many have ended, their failures counted. */
  ended: number;
  /** Running ones and those that wait. */
  callers: number;
}

/**
 * Runs at most as many attempts for a key at once as it has failures left, so that guesses sent in parallel gain
 * nothing; the rest wait for a running one to end.
 */
export function createGuessGuard(limit: RateLimit): GuardGuesses {
  const attemptsByKey = new Map<string, Attempts>();

  return async (key, attempt) => {
    const attempts = attemptsByKey.get(key) ?? { running: new Set(), ended: 0, callers: 0 };
    attemptsByKey.set(key, attempts);
    attempts.callers += 1;
    try {
      const end = await begin(key, attempts);
      try {
        return await attempt();
      } catch (error) {
        if (isWrongGuess(error)) await limit.consume(key).catch(() => undefined);
        throw error;
      } finally {
        end();
      }
    } finally {
      attempts.callers -= 1;
      if (attempts.callers === 0) attemptsByKey.delete(key);
    }
  };

  async function begin(key: string, attempts: Attempts): Promise<() => void> {
    for (;;) {
      const { ended } = attempts;
      const left = await limit.left(key);
      // An attempt that ended meanwhile is no longer running, and perhaps not among the failures that were read.
      if (attempts.ended !== ended) continue;
      if (attempts.running.size < left) return add(attempts);
      await Promise.race(attempts.running);
    }
  }

  function add(attempts: Attempts): () => void {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    attempts.running.add(promise);
    return () => {
      attempts.running.delete(promise);
      attempts.ended += 1;
      resolve(undefined);
    };
  }
}

const isWrongGuess = (error: unknown) => error instanceof DomainError && error.code === 'INVALID_CREDENTIALS';
