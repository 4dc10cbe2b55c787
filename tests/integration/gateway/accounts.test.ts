import { DomainError } from '@orders/shared/errors';
import { aGateway, type TestGateway } from './a-gateway';
import { sendRequest } from '../../support/request';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

const session = {
  user: { userId: buyerId, name: 'Ada', email: 'ada@example.org', role: 'ROLE_USER' as const },
  accessToken: 'access',
  refreshToken: 'refresh-2',
  expiresInSeconds: 900,
  refreshExpiresInSeconds: 2_592_000,
};
const shownSession = {
  success: true,
  message: expect.any(String) as string,
  user: { _id: buyerId, name: 'Ada', email: 'ada@example.org' },
  token: 'access',
  refreshToken: 'refresh-2',
  expiresIn: 900,
};
const credentials = { email: 'ada@example.org', password: 'correct horse' };

test('registering creates an account and signs in with HttpOnly cookies', async () => {
  gateway.fakes.auth.Register = () => ({ session });

  const answer = await sendRequest(gateway.url, '/api/auth/register', { body: { ...credentials, name: ' Ada ' } });

  expect(answer.status).toBe(201);
  expect(answer.body).toEqual(shownSession);
  const [token, refreshToken] = answer.headers['set-cookie'] ?? [];
  expect(token).toMatch(/^token=access; Max-Age=900; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(refreshToken).toMatch(
    /^refreshToken=refresh-2; Max-Age=2592000; Path=\/api\/auth; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  );
});

test('an address that is taken is a conflict', async () => {
  gateway.fakes.auth.Register = () => {
    throw new DomainError('ALREADY_EXISTS', { code: 'EMAIL_TAKEN', message: 'taken' });
  };

  const answer = await sendRequest(gateway.url, '/api/auth/register', { body: { ...credentials, name: 'Ada' } });

  expect(answer.status).toBe(409);
  expect(answer.body.code).toBe('EMAIL_TAKEN');
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('signing in opens a session, a wrong password does not', async () => {
  gateway.fakes.auth.Login = ({ password }) => {
    if (password === credentials.password) return { session };
    throw new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message: 'wrong' });
  };

  const right = await sendRequest(gateway.url, '/api/auth/login', { body: credentials });
  const wrong = await sendRequest(gateway.url, '/api/auth/login', { body: { ...credentials, password: 'x' } });

  expect([right.status, wrong.status]).toEqual([200, 401]);
  expect(right.body).toEqual(shownSession);
  expect(wrong.body.code).toBe('INVALID_CREDENTIALS');
});

test.each<[string, { body?: object; headers?: Record<string, string> }]>([
  ['the body', { body: { refreshToken: 'refresh-1' } }],
  ['the cookie', { headers: { Cookie: 'refreshToken=refresh-1' } }],
  ['the body rather than the cookie', { body: { refreshToken: 'refresh-1' }, headers: { Cookie: 'refreshToken=no' } }],
])('a refresh token in %s is spent for a new pair', async (_where, asked) => {
  const spent: string[] = [];
  gateway.fakes.auth.Refresh = ({ refreshToken }) => {
    spent.push(refreshToken);
    return { session };
  };

  const answer = await sendRequest(gateway.url, '/api/auth/refresh', { method: 'POST', ...asked });

  expect(answer.status).toBe(200);
  expect(answer.body).toEqual(shownSession);
  expect(answer.headers['set-cookie']).toHaveLength(2);
  expect(spent).toEqual(['refresh-1']);
});

test('a missing or spent refresh token is a 401 INVALID_REFRESH_TOKEN', async () => {
  gateway.fakes.auth.Refresh = () => {
    throw new DomainError('UNAUTHENTICATED', { code: 'INVALID_REFRESH_TOKEN', message: 'spent' });
  };

  const none = await sendRequest(gateway.url, '/api/auth/refresh', { method: 'POST' });
  const spent = await sendRequest(gateway.url, '/api/auth/refresh', { body: { refreshToken: 'old' } });

  expect([none.status, spent.status]).toEqual([401, 401]);
  expect([none.body.code, spent.body.code]).toEqual(['INVALID_REFRESH_TOKEN', 'INVALID_REFRESH_TOKEN']);
});

test('a refresh whose answer is lost is not repeated, since the token may be spent', async () => {
  let attempts = 0;
  gateway.fakes.auth.Refresh = () => {
    attempts += 1;
    throw new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'lost' });
  };

  const answer = await sendRequest(gateway.url, '/api/auth/refresh', { body: { refreshToken: 'once' } });

  expect(answer.status).toBe(503);
  expect(attempts).toBe(1);
});

test('signing out revokes the token and clears the cookies; without one there is nothing to revoke', async () => {
  const revoked: string[] = [];
  gateway.fakes.auth.Logout = ({ refreshToken }) => {
    revoked.push(refreshToken);
    return {};
  };

  const answer = await sendRequest(gateway.url, '/api/auth/logout', {
    method: 'POST',
    headers: { Cookie: 'token=a; refreshToken=refresh-1' },
  });
  const again = await sendRequest(gateway.url, '/api/auth/logout', { method: 'POST' });

  expect([answer.status, again.status]).toEqual([204, 204]);
  expect(answer.text).toBe('');
  expect(revoked).toEqual(['refresh-1']);
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^token=; Path=\/; Expires=Thu, 01 Jan 1970/),
    expect.stringMatching(/^refreshToken=; Path=\/api\/auth; Expires=Thu, 01 Jan 1970/),
  ]);
});

test.each(['refresh', 'logout'])('an empty token in the body of %s is none: the cookie counts', async (route) => {
  const sent: string[] = [];
  gateway.fakes.auth.Refresh = ({ refreshToken }) => {
    sent.push(refreshToken);
    return { session };
  };
  gateway.fakes.auth.Logout = ({ refreshToken }) => {
    sent.push(refreshToken);
    return {};
  };

  await sendRequest(gateway.url, `/api/auth/${route}`, {
    body: { refreshToken: '' },
    headers: { Cookie: 'refreshToken=refresh-1' },
  });

  expect(sent).toEqual(['refresh-1']);
});

test('everyone can read the public keys', async () => {
  await sendRequest(gateway.url, '/api/orders', { token: gateway.keySet.userToken() });

  const answer = await sendRequest(gateway.url, '/.well-known/jwks.json');

  expect(answer.status).toBe(200);
  expect(answer.body.keys).toEqual([expect.objectContaining({ kid: 'first', kty: 'EC', crv: 'P-256' })]);
  expect(answer.text).not.toContain('"d"');
});

test('in production cookies travel over TLS only', async () => {
  const production = await aGateway({ config: { NODE_ENV: 'production' } });
  production.fakes.auth.Login = () => ({ session });

  const answer = await sendRequest(production.url, '/api/auth/login', { body: credentials });

  expect(answer.headers['set-cookie']).toEqual([expect.stringContaining('Secure'), expect.stringContaining('Secure')]);
});
