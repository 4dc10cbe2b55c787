import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { statusAndCode, type HttpResponse } from '../support/request';
import { sharedSystem } from '../support/shared-system';
import { anAddress, createShop, password, type User } from '../support/shop';

const shop = createShop(sharedSystem());

const login = (email: string, word = password) => shop.rest('/api/auth/login', { body: { email, password: word } });
const refresh = (refreshToken: string, gateway = 0) =>
  shop.rest('/api/auth/refresh', { body: { refreshToken }, gateway });
const whoMaySee = (token: string) => shop.rest('/api/orders', { token });
const cookiesOf = ({ headers }: HttpResponse) => headers['set-cookie'] ?? [];
const unauthenticated = [401, 'UNAUTHENTICATED'];
const spent = [401, 'INVALID_REFRESH_TOKEN'];

test('registering signs in with tokens and HttpOnly cookies, and returns no password', async () => {
  const email = anAddress();

  const answer = await shop.rest('/api/auth/register', { body: { name: '  Ada  ', email, password } });

  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    success: true,
    message: expect.any(String),
    user: { _id: expect.stringMatching(/^[0-9a-f]{24}$/), name: 'Ada', email },
    token: expect.any(String),
    refreshToken: expect.any(String),
    expiresIn: 900,
  });
  const cookies = cookiesOf(answer);
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['token', 'refreshToken']);
  for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/);
  expect((await whoMaySee(answer.body.token)).status).toBe(200);
});

test('of two parallel registrations of one address one succeeds', async () => {
  const email = anAddress();

  const answers = await Promise.all(
    [email, email.toUpperCase()].map((address, gateway) =>
      shop.rest('/api/auth/register', { gateway, body: { name: 'Ada', email: address, password } }),
    ),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('a token in the cookie is accepted without an Authorization header', async () => {
  const { email } = await shop.aUser();
  const Cookie = cookiesOf(await login(email))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

  expect((await shop.rest('/api/orders', { headers: { Cookie } })).status).toBe(200);
});

test('a token is an ES256 JWT that the published keys verify, with issuer, audience, subject and role', async () => {
  const user = await shop.aUser();
  const { body } = await shop.rest('/.well-known/jwks.json');
  const decoded = jwt.decode(user.token, { complete: true })!;
  const jwk = body.keys.find(({ kid }: { kid: string }) => kid === decoded.header.kid);

  const claims = jwt.verify(user.token, createPublicKey({ key: jwk, format: 'jwk' }), { algorithms: ['ES256'] });

  expect(jwk.d).toBeUndefined();
  expect(claims).toMatchObject({ sub: user.userId, role: 'user', iss: expect.any(String), aud: expect.any(String) });
  const { exp = 0, iat = 0 } = claims as jwt.JwtPayload;
  expect(exp - iat).toBe(900);
});

test('a refresh token repeated at once, as by two tabs, gives another pair, and both pairs stay good', async () => {
  const user = await shop.aUser();

  const renewed = await refresh(user.refreshToken);
  const again = await refresh(user.refreshToken, 1);
  const children = await Promise.all([renewed, again].map(({ body }) => refresh(body.refreshToken)));

  expect(renewed.body.user._id).toBe(user.userId);
  expect((await whoMaySee(renewed.body.token)).status).toBe(200);
  expect([renewed, again, ...children].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('of many parallel refreshes with one token each succeeds', async () => {
  const user = await shop.aUser();

  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => refresh(user.refreshToken, index % 2)));

  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(answers.map(({ body }) => body.refreshToken as string)).size).toBe(10);
});

test('signing out revokes the family of the token, leaves other sessions, and clears the cookies', async () => {
  const user = await shop.aUser();
  const elsewhere = await login(user.email);
  const child = await refresh(user.refreshToken);

  const answer = await shop.rest('/api/auth/logout', { body: { refreshToken: child.body.refreshToken } });

  expect([answer.status, answer.text]).toEqual([204, '']);
  expect(cookiesOf(answer).every((cookie) => cookie.includes('Expires=Thu, 01 Jan 1970'))).toBe(true);
  expect(statusAndCode(await refresh(child.body.refreshToken))).toEqual(spent);
  expect((await refresh(elsewhere.body.refreshToken)).status).toBe(200);
});

test('signing out without a session, or with an invented token, succeeds', async () => {
  const answers = await Promise.all([
    shop.rest('/api/auth/logout', { method: 'POST' }),
    shop.rest('/api/auth/logout', { body: { refreshToken: 'made.up' } }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
});

describe('a token', () => {
  let user: User;
  let claims: jwt.JwtPayload;
  let kid: string;

  beforeAll(async () => {
    user = await shop.aUser();
    const decoded = jwt.decode(user.token, { complete: true })!;
    claims = decoded.payload as jwt.JwtPayload;
    kid = decoded.header.kid!;
  });

  const foreignKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const unsigned = (header: object, payload: object) =>
    [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';
  const publicKeyText = async () => {
    const { body } = await shop.rest('/.well-known/jwks.json');
    return createPublicKey({ key: body.keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
  };

  test.each<[string, () => string | Promise<string>]>([
    ['is no token', () => 'nonsense'],
    ['has no signature (alg none)', () => unsigned({ alg: 'none', typ: 'JWT', kid }, { ...claims, role: 'admin' })],
    ['is signed by a foreign key', () => jwt.sign(claims, foreignKey, { algorithm: 'ES256', keyid: kid })],
    ['is signed by an unknown key', () => jwt.sign(claims, foreignKey, { algorithm: 'ES256', keyid: 'other' })],
    [
      'is signed with the public key as a secret',
      async () => jwt.sign(claims, await publicKeyText(), { algorithm: 'HS256', keyid: kid }),
    ],
    [
      'has another payload under our signature',
      () => {
        const [header, , signature] = user.token.split('.');
        const payload = Buffer.from(JSON.stringify({ ...claims, role: 'admin' })).toString('base64url');
        return [header, payload, signature].join('.');
      },
    ],
    ['is a refresh token', () => user.refreshToken],
  ])('that %s is refused', async (_what, make) => {
    expect(statusAndCode(await whoMaySee(await make()))).toEqual(unauthenticated);
  });
});
