import { RateLimiterRes } from 'rate-limiter-flexible';
import { createSharedLimiter, noLimit, refuse, type RateLimit, type RateLimitNeeds } from './rate-limit';

const countedSeconds = 30 * 60;
const firstWaitSeconds = 5;
const longestWaitSeconds = 15 * 60;

export interface GrowingWaits extends RateLimit {
  /** Counts one that is about to be done; rejects with RATE_LIMITED, however many arrive at once, where it has to wait. */
  take: (key: string) => Promise<void>;
}

/** How long the next attempt must wait after so many failures more than are free. */
export const waitSecondsAfter = (failures: number): number =>
  Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** failures);

/**
 * A limit on failures that never shuts a key for good: above `points` each further attempt has to wait, twice as long as
 * the one before. Whoever waits may try, so that nobody is locked out by the failures of others.
 */
export function createGrowingWaits({ name, points, ...needs }: RateLimitNeeds): GrowingWaits {
  if (points === 0) return { ...noLimit, take: noLimit.consume };
  const failures = createSharedLimiter({ points, duration: countedSeconds, keyPrefix: `rate:${name}` }, needs);
  const waits = createSharedLimiter({ points: 1, duration: longestWaitSeconds, keyPrefix: `wait:${name}` }, needs);

  const expectNoWait = async (key: string): Promise<void> => {
    const wait = await waits((limiter) => limiter.get(key));
    if (wait && wait.msBeforeNext > 0) throw refuse(name, wait);
  };

  return {
    take: async (key) => {
      await expectNoWait(key);
      const { consumedPoints } = await failures((limiter) => limiter.penalty(key));
      if (consumedPoints < points) return;
      // Of those that arrive together only the one that starts the next wait may go on.
      const customDuration = waitSecondsAfter(consumedPoints - points);
      try {
        await waits((limiter) => limiter.consume(key, 1, { customDuration }));
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        await failures((limiter) => limiter.reward(key));
        throw refuse(name, reason);
      }
    },
    consume: async (key) => {
      const { consumedPoints } = await failures((limiter) => limiter.penalty(key));
      if (consumedPoints < points) return;
      const seconds = waitSecondsAfter(consumedPoints - points);
      await waits((limiter) => limiter.block(key, seconds));
    },
    left: async (key) => {
      const [used] = await Promise.all([failures((limiter) => limiter.get(key)), expectNoWait(key)]);
      return Math.max(1, points - (used?.consumedPoints ?? 0));
    },
  };
}
