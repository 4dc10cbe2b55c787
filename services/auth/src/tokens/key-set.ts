import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { algorithmOf } from './pem';

export interface PublicJwk extends JsonWebKey {
  alg: string;
  use: 'sig';
  kid: string;
}

/** The JSON Web Key Set that tokens are checked with: the key that signs, then those that did. */
export function keySetOf(signingKey: KeyObject, previousKeys: KeyObject[]): { keys: PublicJwk[] } {
  const keys = [createPublicKey(signingKey.export({ type: 'pkcs8', format: 'pem' })), ...previousKeys].map(toJwk);
  return { keys: [...new Map(keys.map((key) => [key.kid, key])).values()] };
}

/** The thumbprint of a key's public part (RFC 7638), which is the same wherever the key is loaded. */
export function keyIdOf(key: KeyObject): string {
  const { crv, e, kty, n, x, y } = key.export({ format: 'jwk' });
  // Required members only, in lexicographic order, as the RFC says.
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

const toJwk = (key: KeyObject): PublicJwk => ({
  ...key.export({ format: 'jwk' }),
  alg: algorithmOf(key),
  use: 'sig',
  kid: keyIdOf(key),
});
