import type { AuthClient } from '../../clients/auth-client';
import type { GrowingWaits } from '../server/growing-waits';
import type { RateLimit } from '../server/rate-limit';
import { defineRoute, type Route } from '../server/route';
import { clientOf } from './client-of';
import type { GuardGuesses } from './guard-guesses';
import { addressKeyOf, type KnownClients } from './known-clients';
import * as schemas from './profile-schemas';
import type { SessionCookies } from './session-cookies';
import { currentSession } from './session-routes';

export interface PasswordRouteNeeds {
  auth: AuthClient;
  cookies: SessionCookies;
  /** Mails fill a mailbox as guesses open an account: after a few the next has to wait. */
  limits: { signIn: RateLimit; accountMails: Pick<GrowingWaits, 'take'> };
  guardGuesses: GuardGuesses;
  knownClients: KnownClients;
}

/** Verifying the address of an account, and setting another password. */
export const passwordRoutes = (needs: PasswordRouteNeeds): Route[] => [
  verifyRoute(needs),
  resendRoute(needs),
  forgotRoute(needs),
  resetRoute(needs),
  changeRoute(needs),
];

const verifyRoute = ({ auth, limits }: PasswordRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/verify-email',
    summary: 'Verify the address of an account',
    description:
      'By the token of the mail that is sent at registration; it is valid for 24 hours and for one use. Access tokens ' +
      'say so (`email_verified`) from the next refresh on; placing an order does not wait for that.',
    access: 'anyone',
    body: schemas.verification,
    success: { status: 200, description: 'The address is verified.', schema: schemas.messageAnswer },
    failures: ['INVALID_TOKEN', 'RATE_LIMITED'],
    handle: async ({ body, request }) => {
      await limits.signIn.consume(clientOf(request));
      await auth.verifyEmail(body.token);
      return { body: { message: 'the address is verified' } };
    },
  });

const resendRoute = ({ auth, limits }: PasswordRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/verify-email/resend',
    summary: 'Send the mail that verifies your address again',
    description: 'Its token replaces the one before. Nothing is sent where the address is verified.',
    access: 'user',
    success: { status: 202, description: 'A mail will be sent.', schema: schemas.messageAnswer },
    failures: ['RATE_LIMITED'],
    handle: async ({ caller: { userId } }) => {
      await limits.accountMails.take(userId);
      await auth.resendVerification(userId);
      return { body: { message: 'a mail will be sent' } };
    },
  });

const forgotRoute = ({ auth, limits }: PasswordRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/forgot-password',
    summary: 'Ask for a mail to reset a password',
    description:
      'An address without an account gets the same answer in the same time, and no mail. The token is valid for one ' +
      'hour and for one use, and replaces the one before.',
    access: 'anyone',
    body: schemas.resetRequest,
    success: {
      status: 202,
      description: 'A mail will be sent if the address has an account.',
      schema: schemas.messageAnswer,
    },
    failures: ['RATE_LIMITED'],
    handle: async ({ body: { email }, request }) => {
      await limits.signIn.consume(clientOf(request));
      await limits.accountMails.take(addressKeyOf(email));
      await auth.requestPasswordReset(email);
      return { body: { message: 'if the address has an account, a mail will be sent' } };
    },
  });

const resetRoute = ({ auth, cookies, limits, knownClients }: PasswordRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/reset-password',
    summary: 'Set a password by the token of a mail',
    description:
      'All sessions of the user end; access tokens that were handed out stay valid for at most 15 minutes. The address ' +
      'counts as verified from then on, and failed sign-ins of others do not make this client wait.',
    access: 'anyone',
    body: schemas.passwordReset,
    success: { status: 200, description: 'The password is set.', schema: schemas.messageAnswer },
    failures: ['INVALID_TOKEN', 'RATE_LIMITED'],
    handle: async ({ body: { token, password }, request, response }) => {
      await limits.signIn.consume(clientOf(request));
      const { email } = await auth.resetPassword(token, password);
      await knownClients.remember(email, clientOf(request));
      cookies.clear(response);
      return { body: { message: 'the password is set; sign in with it' } };
    },
  });

const changeRoute = ({ auth, cookies, guardGuesses }: PasswordRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/change-password',
    summary: 'Change your password',
    description:
      'All other sessions end; access tokens that were handed out stay valid for at most 15 minutes. Wrong passwords ' +
      'are counted like failed sign-ins.',
    access: 'user',
    body: schemas.passwordChange,
    success: { status: 200, description: 'The password is changed.', schema: schemas.messageAnswer },
    failures: ['INVALID_CREDENTIALS', 'RATE_LIMITED'],
    handle: async ({ caller, body, request }) => {
      const { userId } = caller;
      const sessionId = currentSession(caller, cookies, request);
      await guardGuesses(userId, () => auth.changePassword({ userId, sessionId, ...body }));
      return { body: { message: 'the password is changed' } };
    },
  });
