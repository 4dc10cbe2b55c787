import type { RedisClient } from '@orders/shared/redis';
import { tooManyStreams } from '../server/failures';

export interface StreamPlacesNeeds {
  redis: RedisClient;
  newId: () => string;
  /** How long a place is kept that is not renewed. */
  leaseMs: number;
}

export interface StreamPlace {
  renew: () => void;
  free: () => void;
}

const maxStreamsOfUser = 20;

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
 * The places of users for event streams, counted by all replicas together in Redis, where those of one that was killed
 * lapse; while Redis is unavailable each counts its own.
 */
export function createStreamPlaces({ redis, newId, leaseMs }: StreamPlacesNeeds) {
  const takenHere = new Map<string, number>();
  const count = (userId: string, change: number): void => {
    const taken = (takenHere.get(userId) ?? 0) + change;
    if (taken === 0) takenHere.delete(userId);
    else takenHere.set(userId, taken);
  };

  return {
    /** Takes a place of the user; rejects with RATE_LIMITED where none is left. */
    take: async (userId: string): Promise<StreamPlace> => {
      const [key, id] = [`streams:${userId}`, newId()];
      const isTaken = (max: number) =>
        redis.eval(takeUnlessFull, 1, key, id, leaseMs, max).then(
          (taken) => taken === 1,
          () => true,
        );
      if ((takenHere.get(userId) ?? 0) >= maxStreamsOfUser) throw tooManyStreams(maxStreamsOfUser);

      count(userId, 1);
      if (!(await isTaken(maxStreamsOfUser))) {
        count(userId, -1);
        throw tooManyStreams(maxStreamsOfUser);
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
