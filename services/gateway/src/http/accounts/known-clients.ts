import { createHash, randomInt } from 'node:crypto';
import { emailKeyOf } from '@orders/proto/email-address';
import { createSharedLimiter, type RateLimitNeeds } from '../server/rate-limit';

// Timers of Node, which the memory of a process counts with, end after 24 days.
const rememberedSeconds = 21 * 24 * 60 * 60;

export interface KnownClients {
  remember: (email: string, network: string) => Promise<void>;
  /** Leaves nothing that could be traced to the address. */
  forget: (email: string) => Promise<void>;
  /**
   * What failures to sign in count for: the address, and from a network that is known for it that network alone, so
   * that guesses from elsewhere do not make the owner wait.
   */
  guessKeyOf: (email: string, network: string) => Promise<string>;
}

/**
 * Remembers for three weeks from which networks the owner of an address signed in. Networks stand under a random number,
 * which alone stands under the hash of the address: without that they say nothing about anybody.
 */
export function createKnownClients({ points, ...needs }: Omit<RateLimitNeeds, 'name'>): KnownClients {
  if (points === 0) return nobodyWaits;
  const limits = { points: 1, duration: rememberedSeconds, keyPrefix: 'known' };
  const known = createSharedLimiter(limits, needs);
  const numberOf = async (email: string): Promise<number | undefined> =>
    (await known((limiter) => limiter.get(addressKeyOf(email))))?.consumedPoints;
  const keep = (key: string, value: number) => known((limiter) => limiter.set(key, value, rememberedSeconds));

  return {
    remember: async (email, network) => {
      const number = (await numberOf(email)) ?? randomInt(2 ** 47);
      await Promise.all([keep(addressKeyOf(email), number), keep(`${String(number)}:${network}`, 1)]);
    },
    forget: async (email) => {
      await known((limiter) => limiter.delete(addressKeyOf(email)));
    },
    guessKeyOf: async (email, network) => {
      const number = await numberOf(email);
      const isKnown =
        number !== undefined && (await known((limiter) => limiter.get(`${String(number)}:${network}`))) !== null;
      return isKnown ? `${addressKeyOf(email)}:${network}` : addressKeyOf(email);
    },
  };
}

const nobodyWaits: KnownClients = {
  remember: () => Promise.resolve(),
  forget: () => Promise.resolve(),
  guessKeyOf: (email) => Promise.resolve(addressKeyOf(email)),
};

/** What an address counts as in limits: nobody reads addresses out of Redis. */
export const addressKeyOf = (email: string): string =>
  createHash('sha256').update(emailKeyOf(email)).digest('base64url');
