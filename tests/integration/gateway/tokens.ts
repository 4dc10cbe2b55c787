import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sign, type SignOptions } from 'jsonwebtoken';

export const buyerId = 'aaaaaaaaaaaaaaaaaaaaaaaa';
export const strangerId = 'bbbbbbbbbbbbbbbbbbbbbbbb';
export const issuer = 'test-issuer';
export const audience = 'test-audience';

export interface TestKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** A P-256 key pair under an id. */
export const aKey = (kid: string): TestKey => ({ kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) });

/** A token as auth signs them, or with what a test wants to be otherwise. */
export const tokenOf = (key: TestKey, payload: object = {}, options: SignOptions = {}): string =>
  sign({ role: 'user', ...payload }, key.privateKey, {
    algorithm: 'ES256',
    keyid: key.kid,
    subject: buyerId,
    issuer,
    audience,
    expiresIn: 900,
    ...options,
  });

/** The keys that a fake auth publishes; more can be added. */
export function aKeySet() {
  const keys = [aKey('first')];
  return {
    keys,
    published: () => ({
      jwksJson: JSON.stringify({
        keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256' })),
      }),
      issuer,
      audience,
    }),
    userToken: () => tokenOf(keys[0]!),
    adminToken: (userId = buyerId) => tokenOf(keys[0]!, { role: 'admin' }, { subject: userId }),
  };
}
