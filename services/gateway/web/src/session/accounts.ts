import { createApi, createAsk, type SessionAnswer } from '../api';
import { ApiError } from '../api-error';
import { keep, readKept } from '../storage';
import { createValue } from '../value';
import { createRenew } from './renew';
import { roleIn, type Session } from './session';

export interface AccountNeeds {
  fetch: typeof globalThis.fetch;
  now: () => number;
}

/** Signing up, in and out, and the API as the one who is signed in asks it. */
export function createAccounts({ fetch, now }: AccountNeeds) {
  const ask = createAsk(fetch);
  const session = createValue(readKept<Session | undefined>('session', undefined), (value) => keep('session', value));

  const open = ({ user, token }: SessionAnswer) => {
    keep('renewedAt', now());
    session.set({ ...user, role: roleIn(token) });
  };
  const refresh = async (): Promise<boolean> => {
    try {
      open(await ask<SessionAnswer>('/api/auth/refresh', { method: 'POST' }));
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'INVALID_REFRESH_TOKEN') throw error;
      session.set(undefined);
      return false;
    }
  };
  const renew = createRenew({ refresh, renewedAt: () => readKept('renewedAt', 0), alone });

  return {
    session,
    api: createApi({ fetch, renew, now }),
    signUp: async (facts: { name: string; email: string; password: string }) =>
      open(await ask<SessionAnswer>('/api/auth/register', { body: facts })),
    signIn: async (facts: { email: string; password: string }) =>
      open(await ask<SessionAnswer>('/api/auth/login', { body: facts })),
    signOut: async () => {
      await ask('/api/auth/logout', { method: 'POST' });
      session.set(undefined);
    },
    /** Hears what other tabs of this browser do. */
    listen: () =>
      addEventListener('storage', ({ key }) => {
        if (key === 'session') session.set(readKept<Session | undefined>('session', undefined));
      }),
  };
}

// Browsers have locks on secure pages only; elsewhere two tabs that renew at once must sign in again.
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('renew-session', work) : work();
