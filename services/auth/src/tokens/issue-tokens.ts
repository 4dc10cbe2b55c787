import { createHash, createPublicKey, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { accessTokenSeconds } from '../domain/session';
import type { AccessTokenClaims } from '../use-cases/sessions';
import { algorithmOf } from './pem';

interface AccessTokenOptions {
  signingKey: KeyObject;
  issuer: string;
  audience: string;
}

interface PublicJwk extends JsonWebKey {
  alg: string;
  use: 'sig';
  kid: string;
}

/** Signs access tokens with one key. */
export function createAccessTokenSigner({ signingKey, issuer, audience }: AccessTokenOptions) {
  const constant = {
    algorithm: algorithmOf(signingKey),
    keyid: keyIdOf(signingKey),
    issuer,
    audience,
    expiresIn: accessTokenSeconds,
  };
  return ({ userId, role, emailVerified, sessionId }: AccessTokenClaims, at: Date): string => {
    const claims = { role, email_verified: emailVerified, sid: sessionId, iat: Math.floor(at.getTime() / 1_000) };
    return sign(claims, signingKey, { ...constant, subject: userId });
  };
}

/** The JSON Web Key Set that access tokens are verified with: the key that signs now, then those that signed before. */
export function keySetOf(signingKey: KeyObject, previousKeys: KeyObject[]): { keys: PublicJwk[] } {
  const keys = [createPublicKey(signingKey.export({ type: 'pkcs8', format: 'pem' })), ...previousKeys].map(toJwk);
  return { keys: [...new Map(keys.map((key) => [key.kid, key])).values()] };
}

const toJwk = (key: KeyObject): PublicJwk => ({
  ...key.export({ format: 'jwk' }),
  alg: algorithmOf(key),
  use: 'sig',
  kid: keyIdOf(key),
});

/** The thumbprint of a key's public part (RFC 7638), which is the same wherever the key is loaded. */
export function keyIdOf(key: KeyObject): string {
  const { crv, e, kty, n, x, y } = key.export({ format: 'jwk' });
  // Required members only, in lexicographic order, as the RFC says.
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

export const newFamilyId = (): string => randomBytes(16).toString('base64url');

/** The secret part of a refresh token, and of one that is mailed. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a refresh token; a fast hash is enough for 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
