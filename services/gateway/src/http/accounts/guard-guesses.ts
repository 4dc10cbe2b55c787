import { DomainError } from '@orders/shared/errors';
import type { RateLimit } from '../server/rate-limit';

/** Runs an attempt that counts against a key when it fails. */
export type GuardGuesses = <T>(key: string, attempt: () => Promise<T>) => Promise<T>;

/**
 * Runs at most as many attempts for a key at once as it has failures left, so that guesses sent in parallel gain
 * nothing; the rest wait for a running one to end.
 */
export function createGuessGuard(limit: RateLimit): GuardGuesses {
  const running = new Map<string, Set<Promise<unknown>>>();

  return async (key, attempt) => {
    const leave = await enter(key);
    try {
      return await attempt();
    } catch (error) {
      if (isWrongGuess(error)) await limit.consume(key).catch(() => undefined);
      throw error;
    } finally {
      leave();
    }
  };

  async function enter(key: string): Promise<() => void> {
    for (;;) {
      const left = await limit.left(key);
      const others = running.get(key) ?? new Set();
      if (others.size < left) return add(key, others);
      await Promise.race(others);
    }
  }

  function add(key: string, others: Set<Promise<unknown>>): () => void {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    running.set(key, others.add(promise));
    return () => {
      others.delete(promise);
      if (others.size === 0) running.delete(key);
      resolve(undefined);
    };
  }
}

const isWrongGuess = (error: unknown) => error instanceof DomainError && error.code === 'INVALID_CREDENTIALS';
