import type { Request } from 'express';
import type { AuthClient } from '../../clients/auth-client';
import type { Caller } from '../server/authenticate';
import { defineRoute, type Route } from '../server/route';
import { sessionId, sessions } from './account-schemas';
import type { SessionCookies } from './session-cookies';

export interface SessionRouteNeeds {
  auth: AuthClient;
  cookies: SessionCookies;
}

const untilTokensExpire = 'Access tokens that were handed out stay valid until they expire, at most 15 minutes.';

/** What callers may do with the sessions of their account. */
export const sessionRoutes = (needs: SessionRouteNeeds): Route[] => [
  listRoute(needs),
  endRoute(needs),
  endAllRoute(needs),
];

const listRoute = ({ auth, cookies }: SessionRouteNeeds) =>
  defineRoute({
    method: 'get',
    path: '/api/auth/sessions',
    summary: 'List your sessions',
    description:
      'Last used first, at most 100. A session ends 30 days after its last use and 90 days after its sign-in.',
    access: 'user',
    success: { status: 200, description: 'The sessions that have not ended.', schema: sessions },
    handle: async ({ caller, request }) => {
      const current = currentSession(caller, cookies, request);
      const open = await auth.listSessions(caller.userId);
      return { body: { sessions: open.map((session) => ({ ...session, current: session.id === current })) } };
    },
  });

const endRoute = ({ auth, cookies }: SessionRouteNeeds) =>
  defineRoute({
    method: 'delete',
    path: '/api/auth/sessions/{id}',
    summary: 'End one of your sessions',
    description: untilTokensExpire,
    access: 'user',
    params: sessionId,
    success: { status: 204, description: 'It is ended; the cookies are cleared where it is the current one.' },
    failures: ['NOT_FOUND'],
    handle: async ({ caller, params, request, response }) => {
      await auth.endSession(caller.userId, params.id);
      if (params.id === currentSession(caller, cookies, request)) cookies.clear(response);
      return {};
    },
  });

const endAllRoute = ({ auth, cookies }: SessionRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/auth/logout-all',
    summary: 'End all your sessions',
    description: untilTokensExpire,
    access: 'user',
    success: { status: 204, description: 'All sessions are ended, this one too, and the cookies cleared.' },
    handle: async ({ caller, response }) => {
      await auth.endAllSessions(caller.userId);
      cookies.clear(response);
      return {};
    },
  });

/** The session of the token; tokens of earlier versions do not name it, but the refresh cookie may. */
export const currentSession = (caller: Caller, cookies: SessionCookies, request: Request): string | undefined =>
  caller.sessionId ?? cookies.refreshTokenOf(request)?.split('.')[0];
