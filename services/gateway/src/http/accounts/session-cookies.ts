import type { CookieOptions, Request, Response } from 'express';
import type { Session } from '../../clients/auth-client';

export type SessionCookies = ReturnType<typeof createSessionCookies>;

/** The cookies of a session; scripts cannot read them, and only account routes receive the refresh token. */
export const createSessionCookies = (isProduction: boolean) => {
  const token: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isProduction };
  const refreshToken: CookieOptions = { httpOnly: true, sameSite: 'strict', path: '/api/auth', secure: isProduction };

  return {
    set: (response: Response, session: Session) => {
      response.cookie('token', session.token, { ...token, maxAge: session.expiresInSeconds * 1_000 });
      response.cookie('refreshToken', session.refreshToken, {
        ...refreshToken,
        maxAge: session.refreshExpiresInSeconds * 1_000,
      });
    },
    clear: (response: Response) => {
      response.clearCookie('token', token);
      response.clearCookie('refreshToken', refreshToken);
    },
    refreshTokenOf: ({ cookies }: Request): string | undefined => {
      const { refreshToken: value } = cookies as Record<string, unknown>;
      return typeof value === 'string' ? value : undefined;
    },
  };
};
