import { createApi, createSend, type Api, type SessionAnswer } from '../api/api';
import { ApiError } from '../api/api-error';
import { readStored, store } from '../state/storage';
import { createValue, type Value } from '../state/value';
import { createRenew } from './renew';
import { roleIn, type Account, type Session } from './session';

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

  const api = createApi({ fetch, renew, now });

  return {
    session,
    api,
    signUp: async (facts: { name: string; email: string; password: string }) =>
      open(await send<SessionAnswer>('/api/auth/register', { body: facts })),
    signIn: async (facts: { email: string; password: string }) =>
      open(await send<SessionAnswer>('/api/auth/login', { body: facts })),
    signOut: async () => {
      await send('/api/auth/logout', { method: 'POST' });
      session.set(undefined);
    },
    ...accountChanges({ api, send, session }),
    /** Follows what other tabs of this browser do. */
    listen: () =>
      addEventListener('storage', ({ key }) => {
        if (key === 'session') session.set(readStored<Session | undefined>('session', undefined));
      }),
  };
}

interface ChangeNeeds {
  /** As the user who is signed in. */
  api: Api;
  send: Api;
  session: Value<Session | undefined>;
}

/** What users do to their account, as far as it changes who is signed in here. */
function accountChanges({ api, send, session }: ChangeNeeds) {
  const forget = () => session.set(undefined);
  return {
    signOutEverywhere: async () => {
      await api('/api/auth/logout-all', { method: 'POST' });
      forget();
    },
    endSession: async (id: string, isCurrent: boolean) => {
      await api(`/api/auth/sessions/${id}`, { method: 'DELETE' });
      if (isCurrent) forget();
    },
    /** Ends all sessions. */
    resetPassword: async (facts: { token: string; password: string }) => {
      await send('/api/auth/reset-password', { body: facts });
      forget();
    },
    rename: async (name: string) => {
      const { user } = await api<{ user: Account }>('/api/account', { method: 'PATCH', body: { name } });
      const present = session.get();
      if (present) session.set({ ...present, name: user.name });
      return user;
    },
    erase: async (password: string) => {
      await api('/api/account', { method: 'DELETE', body: { password } });
      forget();
    },
  };
}

// Browsers have locks on secure pages only; elsewhere two tabs may renew at once, and both renewals are valid.
const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('renew-session', work) : work();
