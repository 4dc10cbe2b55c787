import { createHmac } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { aGateway, type TestGateway } from './a-gateway';
import { sendRequest } from '../../support/request';
import { aKey, audience, buyerId, issuer, tokenOf } from './tokens';

let gateway: TestGateway;
let millisecondsPassed = 0;

beforeAll(async () => {
  gateway = await aGateway({ now });
  gateway.fakes.order.ListOrders = () => ({ orders: [], nextPageToken: '' });
});
afterEach(() => {
  millisecondsPassed = 0;
});

const now = () => Date.now() + millisecondsPassed;
const list = (headers: Record<string, string>) => sendRequest(gateway.url, '/api/orders', { headers });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const key = () => gateway.keySet.keys[0]!;
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const goodClaims = () => ({
  sub: buyerId,
  role: 'user',
  iss: issuer,
  aud: audience,
  exp: Math.floor(Date.now() / 1_000) + 900,
});

function withoutEnd(): object {
  const claims: Partial<ReturnType<typeof goodClaims>> = goodClaims();
  delete claims.exp;
  return claims;
}

function signedWithPublicKey(): string {
  const secret = key().publicKey.export({ type: 'spki', format: 'pem' });
  const text = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'first' })}.${encode(goodClaims())}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function withOtherClaims(): string {
  const [header, , signature] = tokenOf(key()).split('.');
  return `${header ?? ''}.${encode({ ...goodClaims(), role: 'admin' })}.${signature ?? ''}`;
}

/** The four lowest bits of an ES256 signature's last character stand for nothing. */
function withOtherLastCharacter(): string {
  const token = tokenOf(key());
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + characters.charAt(characters.indexOf(token.slice(-1)) ^ 1);
}

test.each<[string, () => Record<string, string>]>([
  ['a token in the header', () => bearer(tokenOf(key()))],
  ['the scheme in small letters', () => ({ Authorization: `bearer ${tokenOf(key())}` })],
  ['a token in the cookie', () => ({ Cookie: `a=b; token=${tokenOf(key())}` })],
])('%s is accepted', async (_what, headers) => {
  const answer = await list(headers());

  expect(answer.status).toBe(200);
});

test.each<[string, () => Record<string, string>]>([
  ['no token', () => ({})],
  ['an empty cookie', () => ({ Cookie: 'token=' })],
  ['alg none', () => bearer(`${encode({ alg: 'none', kid: 'first' })}.${encode(goodClaims())}.`)],
  ['alg None in capitals', () => bearer(`${encode({ alg: 'NONE', kid: 'first' })}.${encode(goodClaims())}.`)],
  ['HS256 with the public key as the secret', () => bearer(signedWithPublicKey())],
  ['a foreign key under a known id', () => bearer(tokenOf({ ...aKey('first') }))],
  ['a foreign key under its own id', () => bearer(tokenOf(aKey('foreign')))],
  ['no key id', () => bearer(sign(goodClaims(), key().privateKey, { algorithm: 'ES256' }))],
  ['claims that were not signed', () => bearer(withOtherClaims())],
  ['a signature whose last character is another', () => bearer(withOtherLastCharacter())],
  ['an end in the past', () => bearer(tokenOf(key(), {}, { expiresIn: -1 }))],
  ['a start in the future', () => bearer(tokenOf(key(), {}, { notBefore: 60 }))],
  ['no end', () => bearer(sign(withoutEnd(), key().privateKey, { algorithm: 'ES256', keyid: 'first' }))],
  ['another issuer', () => bearer(tokenOf(key(), {}, { issuer: 'other' }))],
  ['another audience', () => bearer(tokenOf(key(), {}, { audience: 'other' }))],
  ['a subject that is no user', () => bearer(tokenOf(key(), {}, { subject: 'admin' }))],
  ['an unknown role', () => bearer(tokenOf(key(), { role: 'root' }))],
  ['no token at all', () => bearer('x')],
  ['three empty parts', () => bearer('..')],
  ['a broken header', () => bearer(`${Buffer.from('{').toString('base64url')}.e30.x`)],
  ['a key id that is __proto__', () => bearer(tokenOf({ ...key(), kid: '__proto__' }))],
  ['another scheme', () => ({ Authorization: 'Basic YTpi' })],
  ['a bad header beside a good cookie', () => ({ Authorization: 'Bearer', Cookie: `token=${tokenOf(key())}` })],
  ['9 kB of token', () => bearer('a'.repeat(9_000))],
])('%s is not accepted', async (_what, headers) => {
  const answer = await list(headers());

  expect(answer.status).toBe(401);
  expect(answer.body.code).toBe('UNAUTHENTICATED');
});

test('a token is not accepted after it expires, though it was before', async () => {
  const token = tokenOf(key(), {}, { expiresIn: 60 });

  const before = await list(bearer(token));
  millisecondsPassed += 61_000;
  const after = await list(bearer(token));

  expect([before.status, after.status]).toEqual([200, 401]);
});

test('a new key of auth is fetched, and a withdrawn one is forgotten', async () => {
  const rotating = await aGateway({ now });
  rotating.fakes.order.ListOrders = () => ({ orders: [], nextPageToken: '' });
  const listWith = (token: string) => sendRequest(rotating.url, '/api/orders', { token });
  const old = rotating.keySet.userToken();
  const statusBefore = (await listWith(old)).status;
  millisecondsPassed += 2_000;

  rotating.keySet.keys.splice(0, 1, aKey('second'));
  const fresh = await listWith(rotating.keySet.userToken());
  const withdrawn = await listWith(old);

  expect([statusBefore, fresh.status, withdrawn.status]).toEqual([200, 200, 401]);
});

test('many unknown key ids do not cause many calls to auth', async () => {
  let asked = 0;
  gateway.fakes.auth.ListKeys = () => {
    asked += 1;
    return gateway.keySet.published();
  };

  await Promise.all(Array.from({ length: 20 }, (_, index) => list(bearer(tokenOf(aKey(`unknown-${index}`))))));

  expect(asked).toBeLessThanOrEqual(1);
});

test('while no keys are known a token is answered with 503', async () => {
  const early = await aGateway();
  early.fakes.auth.ListKeys = () => {
    throw new Error('not ready');
  };

  const answer = await sendRequest(early.url, '/api/orders', { token: early.keySet.userToken() });

  expect(answer.status).toBe(503);
  expect(answer.headers['retry-after']).toBe('1');
});
