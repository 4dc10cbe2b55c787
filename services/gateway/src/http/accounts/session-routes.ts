import type { Request } from 'express';
import type { AuthClient } from '../../clients/auth-client';
import type { SessionCookies } from './session-cookies';
import { invalidRefreshToken } from '../server/failures';
import { openSession, signedIn } from './open-session';
import { defineRoute, type Route } from '../server/route';
import { refreshTokenBody } from './account-schemas';

export interface SessionRouteNeeds {
  auth: Pick<AuthClient, 'refresh' | 'logout'>;
  cookies: SessionCookies;
}

const tag = 'Accounts';

/** Renewing a session and ending it. */
export function sessionRoutes({ auth, cookies }: SessionRouteNeeds): Route[] {
  const refresh = defineRoute({
    method: 'post',
    path: '/api/auth/refresh',
    tag,
    summary: 'Spend a refresh token for a new pair',
    description: 'A spent token that is used again revokes every token of its session.',
    access: 'anyone',
    body: refreshTokenBody,
    isBodyOptional: true,
    success: signedIn(200, 'A new pair'),
    failures: ['INVALID_REFRESH_TOKEN'],
    handle: async ({ body, request, response }) => {
      const refreshToken = body.refreshToken ?? cookieOf(request);
      if (!refreshToken) throw invalidRefreshToken();
      const session = await auth.refresh(refreshToken);
      return { status: 200, body: openSession({ cookies, response, session }, 'session renewed') };
    },
  });

  const logout = defineRoute({
    method: 'post',
    path: '/api/auth/logout',
    tag,
    summary: 'End the session of a refresh token',
    access: 'anyone',
    body: refreshTokenBody,
    isBodyOptional: true,
    success: { status: 204, description: 'Its refresh tokens are revoked and the cookies cleared.' },
    failures: [],
    handle: async ({ body, request, response }) => {
      const refreshToken = body.refreshToken ?? cookieOf(request);
      if (refreshToken) await auth.logout(refreshToken);
      cookies.clear(response);
      return { status: 204 };
    },
  });

  return [refresh, logout];
}

function cookieOf({ cookies }: Request): string | undefined {
  const { refreshToken } = cookies as Record<string, unknown>;
  return typeof refreshToken === 'string' ? refreshToken : undefined;
}
