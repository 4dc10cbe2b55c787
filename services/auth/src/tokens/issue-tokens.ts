import type { KeyObject } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { accessTokenSeconds } from '../domain/session';
import type { User } from '../domain/user';
import { keyIdOf } from './key-set';
import { algorithmOf } from './pem';

export interface AccessTokenOptions {
  signingKey: KeyObject;
  issuer: string;
  audience: string;
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
  return ({ userId, role }: Pick<User, 'userId' | 'role'>, at: Date): string =>
    sign({ role, iat: Math.floor(at.getTime() / 1_000) }, signingKey, { ...constant, subject: userId });
}
