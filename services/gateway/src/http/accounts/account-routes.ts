import type { Request } from 'express';
import type { AuthClient } from '../../clients/auth-client';
import type { SessionCookies } from './session-cookies';
import type { GuardGuesses } from './guard-guesses';
import { openSession, signedIn } from './open-session';
import type { RateLimit } from '../server/rate-limit';
import { defineRoute, type Route } from '../server/route';
import { credentials, registration } from './account-schemas';

export interface AuthRouteNeeds {
  auth: Pick<AuthClient, 'register' | 'login'>;
  cookies: SessionCookies;
  limits: { register: RateLimit; signIn: RateLimit };
  guardGuesses: GuardGuesses;
}

const tag = 'Accounts';

/** Making an account and signing in. */
export function authRoutes({ auth, cookies, limits, guardGuesses }: AuthRouteNeeds): Route[] {
  const register = defineRoute({
    method: 'post',
    path: '/api/auth/register',
    tag,
    summary: 'Make an account and sign in',
    access: 'anyone',
    body: registration,
    success: signedIn(201, 'The account is made'),
    failures: ['EMAIL_TAKEN', 'RATE_LIMITED'],
    handle: async ({ body, request, response }) => {
      await limits.register.consume(clientOf(request));
      const session = await auth.register(body);
      return { status: 201, body: openSession({ cookies, response, session }, 'account created') };
    },
  });

  const login = defineRoute({
    method: 'post',
    path: '/api/auth/login',
    tag,
    summary: 'Sign in',
    description: 'After too many failures for an address the right password is refused too, while the minute lasts.',
    access: 'anyone',
    body: credentials,
    success: signedIn(200, 'Signed in'),
    failures: ['INVALID_CREDENTIALS', 'RATE_LIMITED'],
    handle: async ({ body, request, response }) => {
      await limits.signIn.consume(clientOf(request));
      const session = await guardGuesses(body.email.toLowerCase(), () => auth.login(body));
      return { status: 200, body: openSession({ cookies, response, session }, 'signed in') };
    },
  });

  return [register, login];
}

const clientOf = (request: Request) => request.ip ?? 'unknown';
