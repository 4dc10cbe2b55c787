import { DomainError } from '@orders/shared/errors';
import { aGateway, type TestGateway } from './a-gateway';
import { sendRequest } from '../../support/request';
import { buyerId, tokenOf } from './tokens';

let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  gateway = await aGateway();
  token = tokenOf(gateway.keySet.keys[0]!, { sid: 'one' });
});

const at = { seconds: '1793534400', nanos: 0 };
const iso = '2026-11-01T12:00:00.000Z';
const sessions = ['one', 'two'].map((sessionId) => ({
  sessionId,
  createdAt: at,
  lastUsedAt: at,
  userAgent: 'a browser',
}));
const cleared = [expect.stringMatching(/^token=;/), expect.stringMatching(/^refreshToken=;/)];

test.each<[string, () => { token: string; headers?: Record<string, string> }, boolean[]]>([
  ['of the token', () => ({ token, headers: { Cookie: 'refreshToken=two.secret' } }), [true, false]],
  [
    'of the refresh cookie, where the token names none',
    () => ({ token: gateway.keySet.userToken(), headers: { Cookie: 'refreshToken=two.secret' } }),
    [false, true],
  ],
  ['unknown, where neither names one', () => ({ token: gateway.keySet.userToken() }), [false, false]],
])('the sessions of the caller are listed; the current one is that %s', async (_what, caller, current) => {
  const asked: unknown[] = [];
  gateway.fakes.auth.ListSessions = (request) => {
    asked.push(request);
    return { sessions };
  };

  const answer = await sendRequest(gateway.url, '/api/auth/sessions', caller());

  expect(asked).toEqual([{ userId: buyerId }]);
  expect([answer.status, answer.body]).toEqual([
    200,
    {
      success: true,
      sessions: [
        { id: 'one', createdAt: iso, lastUsedAt: iso, userAgent: 'a browser', current: current[0] },
        { id: 'two', createdAt: iso, lastUsedAt: iso, userAgent: 'a browser', current: current[1] },
      ],
    },
  ]);
});

test('ending a session clears the cookies only where it is the current one', async () => {
  const ended: unknown[] = [];
  gateway.fakes.auth.EndSession = (request) => {
    ended.push(request);
    return {};
  };

  const end = (id: string) => sendRequest(gateway.url, `/api/auth/sessions/${id}`, { method: 'DELETE', token });
  const [other, current] = [await end('two'), await end('one')];

  expect([other.status, other.text, other.headers['set-cookie']]).toEqual([204, '', undefined]);
  expect([current.status, current.headers['set-cookie']]).toEqual([204, cleared]);
  expect(ended).toEqual(['two', 'one'].map((sessionId) => ({ userId: buyerId, sessionId })));
});

test('a session that does not exist is a 404', async () => {
  gateway.fakes.auth.EndSession = () => {
    throw new DomainError('NOT_FOUND', { code: 'NOT_FOUND', message: 'there is no such session' });
  };

  const answer = await sendRequest(gateway.url, '/api/auth/sessions/nonsense', { method: 'DELETE', token });

  expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
});

test('ending a session is not repeated when its answer is lost, since it would not be found', async () => {
  let attempts = 0;
  gateway.fakes.auth.EndSession = () => {
    attempts += 1;
    throw new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'lost' });
  };

  const answer = await sendRequest(gateway.url, '/api/auth/sessions/one', { method: 'DELETE', token });

  expect([answer.status, attempts]).toEqual([503, 1]);
});

test('ending all sessions clears the cookies', async () => {
  const ended: unknown[] = [];
  gateway.fakes.auth.EndAllSessions = (request) => {
    ended.push(request);
    return {};
  };

  const answer = await sendRequest(gateway.url, '/api/auth/logout-all', { method: 'POST', token });

  expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([204, '', cleared]);
  expect(ended).toEqual([{ userId: buyerId }]);
});

test.each([
  ['GET', '/api/auth/sessions'],
  ['DELETE', '/api/auth/sessions/one'],
  ['POST', '/api/auth/logout-all'],
])('%s %s needs an access token', async (method, path) => {
  const answer = await sendRequest(gateway.url, path, { method, headers: { Cookie: 'refreshToken=one.secret' } });

  expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('the user agent of a sign-in is sent to auth, at most 256 characters of it', async () => {
  const sent: string[] = [];
  gateway.fakes.auth.Login = ({ userAgent }) => {
    sent.push(userAgent);
    throw new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message: 'wrong' });
  };
  const body = { email: 'ada@example.org', password: 'correct horse' };

  for (const headers of [{ 'User-Agent': 'x'.repeat(5_000) }, {}]) {
    await sendRequest(gateway.url, '/api/auth/login', { body, headers });
  }

  expect(sent).toEqual(['x'.repeat(256), '']);
});
