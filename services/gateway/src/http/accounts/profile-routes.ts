import type { AuthClient } from '../../clients/auth-client';
import type { Download } from '../server/downloads';
import { defineRoute, type Route } from '../server/route';
import { exportAccount, type ExportNeeds } from './export-account';
import type { GuardGuesses } from './guard-guesses';
import type { KnownClients } from './known-clients';
import * as schemas from './profile-schemas';
import type { SessionCookies } from './session-cookies';

export interface ProfileRouteNeeds extends ExportNeeds {
  auth: AuthClient;
  cookies: SessionCookies;
  download: Download;
  guardGuesses: GuardGuesses;
  knownClients: KnownClients;
}

/** What callers may see of their account, change in it and take with them, and how they leave. */
export const profileRoutes = (needs: ProfileRouteNeeds): Route[] => [
  readRoute(needs),
  renameRoute(needs),
  exportRoute(needs),
  eraseRoute(needs),
];

const path = '/api/account';

const readRoute = ({ auth }: ProfileRouteNeeds) =>
  defineRoute({
    method: 'get',
    path,
    summary: 'Your account',
    access: 'user',
    success: { status: 200, description: 'The account.', schema: schemas.accountAnswer },
    handle: async ({ caller: { userId } }) => ({ body: { user: await auth.getAccount(userId) } }),
  });

const renameRoute = ({ auth }: ProfileRouteNeeds) =>
  defineRoute({
    method: 'patch',
    path,
    summary: 'Change your name',
    access: 'user',
    body: schemas.profileChange,
    success: { status: 200, description: 'The account with its new name.', schema: schemas.accountAnswer },
    handle: async ({ caller: { userId }, body: { name } }) => ({
      body: { user: await auth.renameAccount(userId, name) },
    }),
  });

const exportRoute = (needs: ProfileRouteNeeds) =>
  defineRoute({
    method: 'get',
    path: `${path}/export`,
    summary: 'All that is kept about you',
    description:
      'Account, sessions, orders and mails, written while it is read: with many orders it takes its time. You may have ' +
      'two exports open; one that is not read for 30 s breaks off.',
    access: 'user',
    staysOpen: true,
    success: { status: 200, description: 'All of it, as JSON.', schema: schemas.accountExport },
    failures: ['RATE_LIMITED'],
    handle: async ({ caller: { userId }, request, response }) => {
      if (request.method === 'HEAD') return { headers: { 'Content-Type': 'application/json; charset=utf-8' } };
      await needs.download(userId, response, () => exportAccount(needs, userId, response));
      return undefined;
    },
  });

const eraseRoute = ({ auth, cookies, guardGuesses, knownClients }: ProfileRouteNeeds) =>
  defineRoute({
    method: 'delete',
    path,
    summary: 'Erase your account',
    description:
      'Your personal data are erased everywhere and your sessions end; your orders stay, without name and address, and ' +
      'pending ones are still settled, but no more mails are sent. The address may register again, as another account. ' +
      'Wrong passwords are counted like failed sign-ins.',
    access: 'user',
    body: schemas.erasure,
    success: { status: 204, description: 'The account is erased, and the cookies are cleared.' },
    failures: ['INVALID_CREDENTIALS', 'RATE_LIMITED'],
    handle: async ({ caller: { userId }, body: { password }, response }) => {
      const { email } = await auth.getAccount(userId);
      await guardGuesses(userId, () => auth.eraseAccount(userId, password));
      await knownClients.forget(email);
      cookies.clear(response);
      return {};
    },
  });
