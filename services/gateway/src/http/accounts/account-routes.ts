import { unavailable } from '@orders/shared/errors';
import type { Request } from 'express';
import type { AuthClient, Session } from '../../clients/auth-client';
import type { SigningKeys } from '../../clients/signing-keys';
import { invalidRefreshToken } from '../server/failures';
import type { RateLimit } from '../server/rate-limit';
import { defineRoute, type Route, type Success } from '../server/route';
import { credentials, jwks, refreshTokenBody, registration, session as sessionSchema } from './account-schemas';
import { clientOf } from './client-of';
import type { GuardGuesses } from './guard-guesses';
import type { KnownClients } from './known-clients';
import { passwordRoutes, type PasswordRouteNeeds } from './password-routes';
import { profileRoutes, type ProfileRouteNeeds } from './profile-routes';
import type { SessionCookies } from './session-cookies';
import { sessionRoutes } from './session-routes';

export interface AccountRouteNeeds extends ProfileRouteNeeds {
  auth: AuthClient;
  signingKeys: SigningKeys;
  cookies: SessionCookies;
  limits: PasswordRouteNeeds['limits'] & { register: RateLimit; refresh: RateLimit };
  guardGuesses: GuardGuesses;
  knownClients: KnownClients;
}

/** Creating accounts, signing in and out, and the keys that verify access tokens. */
export const accountRoutes = (needs: AccountRouteNeeds): Route[] => [
  registerRoute(needs),
  loginRoute(needs),
  refreshRoute(needs),
  logoutRoute(needs),
  ...sessionRoutes(needs),
  ...passwordRoutes(needs),
  ...profileRoutes(needs),
  keysRoute(needs),
];

const registerRoute = ({ auth, cookies, limits, knownClients }: AccountRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/register',
    summary: 'Create an account and sign in',
    access: 'anyone',
    body: registration,
    success: signedIn(201, 'The account is created'),
    failures: ['EMAIL_TAKEN', 'RATE_LIMITED'],
    handle: async ({ body, request, response }) => {
      await limits.register.consume(clientOf(request));
      const session = await auth.register({ ...body, userAgent: userAgentOf(request) });
      await knownClients.remember(body.email, clientOf(request));
      cookies.set(response, session);
      return { body: sessionBody(session, 'account created') };
    },
  });

const loginRoute = ({ auth, cookies, limits, guardGuesses, knownClients }: AccountRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/login',
    summary: 'Sign in',
    description:
      'After too many failures for an address the next attempt has to wait, right password or not: 5 s at first, twice as ' +
      'long after each further failure, at most 15 minutes. Clients from whose network the account was used in the last ' +
      'three weeks wait for their own failures only.',
    access: 'anyone',
    body: credentials,
    success: signedIn(200, 'Signed in'),
    failures: ['INVALID_CREDENTIALS', 'RATE_LIMITED'],
    handle: async ({ body, request, response }) => {
      await limits.signIn.consume(clientOf(request));
      const key = await knownClients.guessKeyOf(body.email, clientOf(request));
      const session = await guardGuesses(key, () => auth.login({ ...body, userAgent: userAgentOf(request) }));
      await knownClients.remember(body.email, clientOf(request));
      cookies.set(response, session);
      return { body: sessionBody(session, 'signed in') };
    },
  });

const refreshRoute = ({ auth, cookies, limits }: AccountRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/refresh',
    summary: 'Exchange a refresh token for a new pair',
    description:
      'A spent token gives another new pair for 10 s after its first use, and both pairs stay valid. ' +
      'Used again later it revokes every token of its session.',
    access: 'anyone',
    body: refreshTokenBody,
    isBodyOptional: true,
    success: signedIn(200, 'A new pair'),
    failures: ['INVALID_REFRESH_TOKEN', 'RATE_LIMITED'],
    handle: async ({ body, request, response }) => {
      await limits.refresh.consume(clientOf(request));
      const refreshToken = sentToken(body.refreshToken, cookies.refreshTokenOf(request));
      if (refreshToken === undefined) throw invalidRefreshToken();
      const session = await auth.refresh(refreshToken);
      cookies.set(response, session);
      return { body: sessionBody(session, 'session renewed') };
    },
  });

const logoutRoute = ({ auth, cookies }: AccountRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/logout',
    summary: 'End the session of a refresh token',
    access: 'anyone',
    body: refreshTokenBody,
    isBodyOptional: true,
    success: { status: 204, description: 'Its refresh tokens are revoked and the cookies cleared.' },
    handle: async ({ body, request, response }) => {
      const refreshToken = sentToken(body.refreshToken, cookies.refreshTokenOf(request));
      if (refreshToken !== undefined) await auth.logout(refreshToken);
      cookies.clear(response);
      return {};
    },
  });

const keysRoute = ({ signingKeys }: AccountRouteNeeds) =>
  defineRoute({
    method: 'get',
    path: '/.well-known/jwks.json',
    summary: 'The public keys of access tokens',
    access: 'anyone',
    success: { status: 200, description: 'A JSON Web Key Set (RFC 7517).', schema: jwks },
    handle: () => {
      const keySet = signingKeys.current();
      if (!keySet) throw unavailable('auth is unavailable: its signing keys have not been fetched yet');
      return Promise.resolve({ headers: { 'Cache-Control': 'public, max-age=60' }, body: keySet.jwks });
    },
  });

/** The first of these that is not empty. */
const sentToken = (...tokens: (string | undefined)[]) => tokens.find((token) => token !== undefined && token !== '');

const userAgentOf = ({ headers }: Request) => (headers['user-agent'] ?? '').slice(0, 256);

const signedIn = (status: number, description: string): Success => ({
  status,
  description: `${description}; the cookies \`token\` and \`refreshToken\` are set.`,
  schema: sessionSchema,
});

const sessionBody = ({ user, token, refreshToken, expiresInSeconds }: Session, message: string) => ({
  message,
  user,
  token,
  refreshToken,
  expiresIn: expiresInSeconds,
});
