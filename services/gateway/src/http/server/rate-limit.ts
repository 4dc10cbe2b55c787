import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RedisClient } from '@orders/shared/redis';
import { Counter } from 'prom-client';
import { rateLimited } from './failures';

const refusals = new Counter({
  name: 'http_rate_limited_total',
  help: 'Requests that were refused because of a limit on callers, by limit.',
  labelNames: ['limit'],
});

export interface RateLimitNeeds {
  name: string;
  /** Requests a minute; 0 turns the limit off. */
  points: number;
  redis: RedisClient;
  now: () => number;
}

export interface RateLimit {
  /** Counts one; rejects with RATE_LIMITED above the limit. */
  consume: (key: string) => Promise<void>;
  /** How many are left; rejects with RATE_LIMITED when none are. */
  left: (key: string) => Promise<number>;
}

const windowSeconds = 60;
// A Redis that hangs must not slow every request, so it is not used for a while.
const memoryOnlyMs = 5_000;

export const noLimit: RateLimit = { consume: () => Promise.resolve(), left: () => Promise.resolve(Infinity) };

/** A limit that all replicas count together in Redis; while Redis is unavailable each counts in its own memory. */
export function createRateLimit({ name, points, redis, now }: RateLimitNeeds): RateLimit {
  if (points === 0) return noLimit;
  const limits = { points, duration: windowSeconds, keyPrefix: `rate:${name}` };
  const withLimiter = createSharedLimiter(limits, { redis, now });

  return {
    consume: async (key) => {
      try {
        await withLimiter((limiter) => limiter.consume(key));
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        throw refuse(name, reason);
      }
    },
    left: async (key) => {
      const used = await withLimiter((limiter) => limiter.get(key));
      if (used && used.consumedPoints >= points) throw refuse(name, used);
      return points - (used?.consumedPoints ?? 0);
    },
  };
}

/** Runs work on counters in Redis; while Redis is unavailable, on those of this process. */
export function createSharedLimiter(
  limits: { points: number; duration: number; keyPrefix: string },
  { redis, now }: Pick<RateLimitNeeds, 'redis' | 'now'>,
) {
  const memory = new RateLimiterMemory(limits);
  const shared = new RateLimiterRedis({ ...limits, storeClient: redis, rejectIfRedisNotReady: true });
  let memoryOnlyUntil = 0;

  return async <T>(work: (limiter: RateLimiterAbstract) => Promise<T>): Promise<T> => {
    if (now() < memoryOnlyUntil) return work(memory);
    try {
      return await work(shared);
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw reason;
      if (redis.status === 'ready') memoryOnlyUntil = now() + memoryOnlyMs;
      return work(memory);
    }
  };
}

/** Counts a refusal, and says when to try again. */
export function refuse(limit: string, { msBeforeNext }: RateLimiterRes): Error {
  refusals.inc({ limit });
  return rateLimited(Math.max(1, Math.ceil(msBeforeNext / 1_000)));
}
