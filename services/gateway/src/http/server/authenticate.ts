import type { Request } from 'express';
import { forbidden, unauthenticated } from './failures';

/** Who may call a route. */
export type Access = 'anyone' | 'user' | 'admin';

/** Who makes a request, as the token says. */
export interface Caller {
  userId: string;
  role: 'user' | 'admin';
  /** When the token ends, in milliseconds since the epoch. */
  expiresAt: number;
}

export type VerifyToken = (token: string) => Promise<Caller>;
export type Authenticate = (request: Request, access: Access) => Promise<Caller | undefined>;

/** Knows a caller by `Authorization: Bearer` or else by the cookie `token`; a bad header is no reason to look further. */
export const createAuthenticate =
  (verifyToken: VerifyToken): Authenticate =>
  async (request, access) => {
    if (access === 'anyone') return undefined;
    const caller = await verifyToken(tokenOf(request));
    if (access === 'admin' && caller.role !== 'admin') throw forbidden();
    return caller;
  };

function tokenOf({ headers, cookies }: Request): string {
  if (headers.authorization !== undefined) {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization) ?? [];
    if (token === undefined) throw unauthenticated('the Authorization header must be: Bearer <token>');
    return token;
  }
  const { token } = cookies as Record<string, unknown>;
  if (typeof token !== 'string' || token === '') throw unauthenticated('a token is needed');
  return token;
}
