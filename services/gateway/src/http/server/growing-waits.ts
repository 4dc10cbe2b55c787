import { createSharedLimiter, noLimit, refuse, type RateLimit, type RateLimitNeeds } from './rate-limit';

const countedSeconds = 30 * 60;
const firstWaitSeconds = 5;
const longestWaitSeconds = 15 * 60;

/** How long the next attempt must wait after so many failures more than are free. */
export const waitSecondsAfter = (failures: number): number =>
  Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** failures);

/**
 * A limit on failures that never shuts a key for good: above `points` each further attempt has to wait, twice as long as
 * the one before. Whoever waits may try, so that nobody is locked out by the failures of others.
 */
export function createGrowingWaits({ name, points, ...needs }: RateLimitNeeds): RateLimit {
  if (points === 0) return noLimit;
  const failures = createSharedLimiter({ points, duration: countedSeconds, keyPrefix: `rate:${name}` }, needs);
  const waits = createSharedLimiter({ points: 1, duration: longestWaitSeconds, keyPrefix: `wait:${name}` }, needs);

  return {
    consume: async (key) => {
      const { consumedPoints } = await failures((limiter) => limiter.penalty(key));
      if (consumedPoints < points) return;
      const seconds = waitSecondsAfter(consumedPoints - points);
      await waits((limiter) => limiter.block(key, seconds));
    },
    left: async (key) => {
      const [wait, used] = await Promise.all([
        waits((limiter) => limiter.get(key)),
        failures((limiter) => limiter.get(key)),
      ]);
      if (wait && wait.msBeforeNext > 0) throw refuse(name, wait);
      return Math.max(1, points - (used?.consumedPoints ?? 0));
    },
  };
}
