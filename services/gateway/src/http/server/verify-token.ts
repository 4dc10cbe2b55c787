import { unavailable } from '@orders/shared/errors';
import { decode, verify } from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KeySet, SigningKey } from '../../clients/signing-keys';
import type { Caller, VerifyToken } from './authenticate';
import { unauthenticated } from './failures';

export interface VerifyTokenNeeds {
  signingKeys: { current: () => KeySet | undefined; renewed: () => Promise<KeySet | undefined> };
  now: () => number;
}

const maxCachedTokens = 20_000;
const maxTokenLength = 4_096;

const claims = z.object({
  sub: z.string().regex(/^[0-9a-f]{24}$/),
  role: z.enum(['user', 'admin']),
  exp: z.number(),
});

/** Knows callers by their tokens; the same bytes are verified once, and never believed past their end. */
export function createVerifyToken({ signingKeys, now }: VerifyTokenNeeds) {
  const verified = new LRUCache<string, Caller>({ max: maxCachedTokens });

  const verifyToken: VerifyToken = async (token) => {
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known;
    if (token.length > maxTokenLength) throw invalid();
    const caller = check(token, await findKey(token, signingKeys), now());
    verified.set(token, caller);
    return caller;
  };

  return {
    verifyToken,
    /** A token is verified anew when other keys count. */
    forget: () => verified.clear(),
  };
}

type FoundKey = SigningKey & Pick<KeySet, 'issuer' | 'audience'>;

async function findKey(token: string, signingKeys: VerifyTokenNeeds['signingKeys']): Promise<FoundKey> {
  const keyId = keyIdOf(token);
  const held = signingKeys.current();
  const found = keyIn(held, keyId) ?? keyIn(await signingKeys.renewed(), keyId);
  if (found) return found;
  if (!held) throw unavailable('the keys of access tokens are not known yet');
  throw invalid();
}

function keyIdOf(token: string): string {
  let keyId: unknown;
  try {
    keyId = decode(token, { complete: true })?.header.kid;
  } catch {
    throw invalid();
  }
  if (typeof keyId !== 'string') throw invalid();
  return keyId;
}

function keyIn(set: KeySet | undefined, keyId: string): FoundKey | undefined {
  const key = set?.keys.get(keyId);
  return set && key && { ...key, issuer: set.issuer, audience: set.audience };
}

function check(token: string, key: FoundKey, now: number): Caller {
  if (!isCanonical(token)) throw invalid();
  try {
    const payload = verify(token, key.publicKey, {
      algorithms: [key.algorithm],
      issuer: key.issuer,
      audience: key.audience,
      clockTimestamp: Math.floor(now / 1_000),
    });
    const { sub, role, exp } = claims.parse(payload);
    return { userId: sub, role, expiresAt: exp * 1_000 };
  } catch {
    throw invalid();
  }
}

/** base64url decodes several last characters to the same bytes; a token altered there is not the one that was signed. */
function isCanonical(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

const invalid = () => unauthenticated('the token is not valid, or no longer');
