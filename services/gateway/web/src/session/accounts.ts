import { createApi, createSend, type SessionAnswer } from '../api';
import { ApiError } from '../api-error';
import { readStored, store } from '../storage';
import { createValue } from '../value';
import { createRenew } from './renew';
import { roleIn, type Session } from './session';

export interface AccountNeeds {
  fetch: typeof globalThis.fetch;
  now: () => number;
}

/** Signing up, in and out, and the API called as the user who is signed in. */
export function createAccounts({ fetch, now }: AccountNeeds) {
  const send = createSend(fetch);
  const session = createValue(readStored<Session | undefined>('session', undefined), (value) =>
    store('session', value),
  );

  const open = ({ user, token }: SessionAnswer) => {
    store('renewedAt', now());
    session.set({ ...user, role: roleIn(token) });
  };
  const refresh = async (): Promise<boolean> => {
    try {
      open(await send<SessionAnswer>('/api/auth/refresh', { method: 'POST' }));
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'INVALID_REFRESH_TOKEN') throw error;
      session.set(undefined);
      return false;
    }
  };
  const renew = createRenew({ refresh, renewedAt: () => readStored('renewedAt', 0), exclusively });

  return {
    session,
    api: createApi({ fetch, renew, now }),
    signUp: async (facts: { name: string; email: string; password: string }) =>
      open(await send<SessionAnswer>('/api/auth/register', { body: facts })),
    signIn: async (facts: { email: string; password: string }) =>
      open(await send<SessionAnswer>('/api/auth/login', { body: facts })),
    signOut: async () => {
      await send('/api/auth/logout', { method: 'POST' });
      session.set(undefined);
    },
    /** Follows what other tabs of this browser do. */
    listen: () =>
      addEventListener('storage', ({ key }) => {
        if (key === 'session') session.set(readStored<Session | undefined>('session', undefined));
      }),
  };
}

// Browsers have locks on secure pages only; elsewhere two tabs may renew at once, and both renewals are valid.
const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('renew-session', work) : work();
