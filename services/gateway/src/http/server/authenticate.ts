import { unavailable } from '@orders/shared/errors';
import type { Request } from 'express';
import { decode, verify } from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KeySet, SigningKey } from '../../clients/signing-keys';
import { forbidden, unauthenticated } from './failures';

/** Who may call a route; where it is `anyone known`, the answer depends on who calls. */
export type Access = 'anyone' | 'anyone known' | 'user' | 'admin';

/** Who makes a request, according to the access token. */
export interface Caller {
  userId: string;
  role: 'user' | 'admin';
  /** As of the sign-in or the last refresh; tokens of earlier versions do not say. */
  emailVerified: boolean;
  /** Absent in tokens of earlier versions. */
  sessionId?: string | undefined;
  /** When the token expires, in milliseconds since the epoch. */
  expiresAt: number;
}

export type Authenticate = (request: Request, access: Access) => Promise<Caller | undefined>;

export interface AuthenticationNeeds {
  signingKeys: { current: () => KeySet | undefined; refresh: () => Promise<KeySet | undefined> };
  now: () => number;
}

const maxCachedTokens = 20_000;
const maxTokenLength = 4_096;

const claims = z.object({
  sub: z.string().regex(/^[0-9a-f]{24}$/),
  role: z.enum(['user', 'admin']),
  email_verified: z.boolean().optional(),
  sid: z.string().optional(),
  exp: z.number(),
});

/** Identifies callers by their access tokens; a token that was verified is cached until it expires. */
export function createAuthentication({ signingKeys, now }: AuthenticationNeeds) {
  const verified = new LRUCache<string, Caller>({ max: maxCachedTokens });

  const verifyToken = async (token: string): Promise<Caller> => {
    const cached = verified.get(token);
    if (cached && cached.expiresAt > now()) return cached;
    if (token.length > maxTokenLength) throw invalidToken();
    const caller = callerOf(token, await findKey(token, signingKeys), now());
    verified.set(token, caller);
    return caller;
  };

  // What anyone may read must not depend on a token that has expired, or on keys that cannot be fetched.
  const callerIfKnown = async (request: Request): Promise<Caller | undefined> => {
    try {
      return await verifyToken(tokenOf(request));
    } catch {
      return undefined;
    }
  };

  const authenticate: Authenticate = async (request, access) => {
    if (access === 'anyone') return undefined;
    if (access === 'anyone known') return callerIfKnown(request);
    const caller = await verifyToken(tokenOf(request));
    if (access === 'admin' && caller.role !== 'admin') throw forbidden();
    return caller;
  };

  return {
    authenticate,
    /** Makes every token be verified again, as when the keys have changed. */
    clearCache: () => verified.clear(),
  };
}

/** The token of `Authorization: Bearer`, or else of the cookie `token`; a bad header is never ignored. */
function tokenOf({ headers, cookies }: Request): string {
  if (headers.authorization !== undefined) {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization) ?? [];
    if (token === undefined) throw unauthenticated('the Authorization header must be "Bearer <token>"');
    return token;
  }
  const { token } = cookies as Record<string, unknown>;
  if (typeof token !== 'string' || token === '') throw unauthenticated('an access token is required');
  return token;
}

type FoundKey = SigningKey & Pick<KeySet, 'issuer' | 'audience'>;

async function findKey(token: string, signingKeys: AuthenticationNeeds['signingKeys']): Promise<FoundKey> {
  const keyId = keyIdOf(token);
  const current = signingKeys.current();
  const key = keyIn(current, keyId) ?? keyIn(await signingKeys.refresh(), keyId);
  if (key) return key;
  if (!current) throw unavailable('auth is unavailable: its signing keys have not been fetched yet');
  throw invalidToken();
}

function keyIdOf(token: string): string {
  let keyId: unknown;
  try {
    keyId = decode(token, { complete: true })?.header.kid;
  } catch {
    throw invalidToken();
  }
  if (typeof keyId !== 'string') throw invalidToken();
  return keyId;
}

function keyIn(set: KeySet | undefined, keyId: string): FoundKey | undefined {
  const key = set?.keys.get(keyId);
  return set && key && { ...key, issuer: set.issuer, audience: set.audience };
}

function callerOf(token: string, key: FoundKey, now: number): Caller {
  if (!isCanonical(token)) throw invalidToken();
  try {
    const payload = verify(token, key.publicKey, {
      algorithms: [key.algorithm],
      issuer: key.issuer,
      audience: key.audience,
      clockTimestamp: Math.floor(now / 1_000),
    });
    const { sub, role, email_verified: emailVerified = false, sid, exp } = claims.parse(payload);
    return { userId: sub, role, emailVerified, sessionId: sid, expiresAt: exp * 1_000 };
  } catch {
    throw invalidToken();
  }
}

/** Several last characters decode to the same base64url bytes; a token changed there is not the one that was signed. */
function isCanonical(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

const invalidToken = () => unauthenticated('the access token is invalid or has expired; sign in again');
