import { createHash } from 'node:crypto';
import { emailKeyOf } from '@orders/proto/email-address';
import { createSharedLimiter, type RateLimitNeeds } from '../server/rate-limit';

// Timers of Node, which the memory of a process counts with, end after 24 days.
const rememberedSeconds = 21 * 24 * 60 * 60;

export interface KnownClients {
  remember: (email: string, network: string) => Promise<void>;
  /**
   * What failures to sign in count for: the address, and from a network that is known for it that network alone, so
   * that guesses from elsewhere do not make the owner wait.
   */
  guessKeyOf: (email: string, network: string) => Promise<string>;
}

/** Remembers for three weeks from which networks the owner of an address signed in; no address is stored, only its hash. */
export function createKnownClients({ points, ...needs }: Omit<RateLimitNeeds, 'name'>): KnownClients {
  if (points === 0) return nobodyWaits;
  const limits = { points: 1, duration: rememberedSeconds, keyPrefix: 'known' };
  const known = createSharedLimiter(limits, needs);

  return {
    remember: async (email, network) => {
      await known((limiter) => limiter.set(keyOf(email, network), 1, rememberedSeconds));
    },
    guessKeyOf: async (email, network) => {
      const isKnown = (await known((limiter) => limiter.get(keyOf(email, network)))) !== null;
      return isKnown ? keyOf(email, network) : addressKeyOf(email);
    },
  };
}

const keyOf = (email: string, network: string) => `${addressKeyOf(email)}:${network}`;

const nobodyWaits: KnownClients = {
  remember: () => Promise.resolve(),
  guessKeyOf: (email) => Promise.resolve(addressKeyOf(email)),
};

/** What an address counts as in limits: nobody reads addresses out of Redis. */
export const addressKeyOf = (email: string): string =>
  createHash('sha256').update(emailKeyOf(email)).digest('base64url');
