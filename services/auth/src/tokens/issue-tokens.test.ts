import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { createAccessTokenSigner } from './issue-tokens';
import { keyIdOf, keySetOf } from './issue-tokens';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const at = new Date('2026-11-01T12:00:00.900Z');

test.each<['ES256' | 'RS256', { privateKey: KeyObject; publicKey: KeyObject }]>([
  ['ES256', ec],
  ['RS256', rsa],
])('an %s token says who, which role, by whom, for whom, and until when, and fits the published key', (alg, pair) => {
  const sign = createAccessTokenSigner({ signingKey: pair.privateKey, issuer: 'us', audience: 'our api' });
  const [jwk] = keySetOf(pair.privateKey, []).keys;

  const { header, payload } = verify(
    sign({ userId: '65a000000000000000000001', role: 'admin', emailVerified: true, sessionId: 'session 1' }, at),
    createPublicKey({ key: jwk ?? {}, format: 'jwk' }),
    { algorithms: [alg], issuer: 'us', audience: 'our api', complete: true, clockTimestamp: at.getTime() / 1_000 },
  );

  const iat = Date.parse('2026-11-01T12:00:00Z') / 1_000;
  expect(header).toEqual({ alg, typ: 'JWT', kid: keyIdOf(pair.publicKey) });
  expect(payload).toEqual({
    sub: '65a000000000000000000001',
    role: 'admin',
    email_verified: true,
    sid: 'session 1',
    iss: 'us',
    aud: 'our api',
    iat,
    exp: iat + 900,
  });
});
