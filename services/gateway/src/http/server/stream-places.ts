import type { RedisClient } from '@orders/shared/redis';
import { tooManyOpen } from './failures';

export interface StreamPlacesNeeds {
  redis: RedisClient;
  newId: () => string;
  /** How long a place is kept that is not renewed. */
  leaseMs: number;
  /** What is counted, for the user who has too many. */
  what: string;
  /** How many a user may have open. */
  max: number;
  keyPrefix: string;
}

export interface StreamPlace {
  renew: () => void;
  free: () => void;
}

// One sorted set for each user, from streams to when their places lapse, by the clock of Redis.
const takeUnlessFull = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
  return 0
end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

/**
 * The places of users for answers that stay open, counted by all replicas together in Redis, where those of one that was killed
 * lapse; while Redis is unavailable each counts its own.
 */
export function createStreamPlaces({ redis, newId, leaseMs, what, max, keyPrefix }: StreamPlacesNeeds) {
  const takenHere = new Map<string, number>();
  const count = (userId: string, change: number): void => {
    const taken = (takenHere.get(userId) ?? 0) + change;
    if (taken === 0) takenHere.delete(userId);
    else takenHere.set(userId, taken);
  };

  return {
    /** Takes a place of the user; rejects with RATE_LIMITED where none is left. */
    take: async (userId: string): Promise<StreamPlace> => {
      const [key, id] = [`${keyPrefix}:${userId}`, newId()];
      const isTaken = (limit: number) =>
        redis.eval(takeUnlessFull, 1, key, id, leaseMs, limit).then(
          (taken) => taken === 1,
          () => true,
        );
      if ((takenHere.get(userId) ?? 0) >= max) throw tooManyOpen(max, what);

      count(userId, 1);
      if (!(await isTaken(max))) {
        count(userId, -1);
        throw tooManyOpen(max, what);
      }
      return {
        // A stream that is open stays, also where its place has lapsed or Redis has lost it.
        renew: () => void isTaken(Number.MAX_SAFE_INTEGER),
        free: () => {
          count(userId, -1);
          redis.zrem(key, id).catch(() => undefined);
        },
      };
    },
  };
}

export type StreamPlaces = ReturnType<typeof createStreamPlaces>;
