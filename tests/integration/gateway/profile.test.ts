import { randomUUID } from 'node:crypto';
import { DomainError } from '@orders/shared/errors';
import { eventually } from '../../support/eventually';
import { sendRequest, type RequestOptions } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder } from './an-order';
import { buyerId, tokenOf } from './tokens';

let gateway: TestGateway;
let token: string;
let asked: unknown[];

beforeAll(async () => {
  gateway = await aGateway();
  token = tokenOf(gateway.keySet.keys[0]!, { sid: 'one' });
});
beforeEach(() => {
  asked = [];
});

const user = {
  userId: buyerId,
  name: 'Ada',
  email: 'ada@example.org',
  emailVerified: true,
  role: 'ROLE_ADMIN' as const,
  createdAt: { seconds: '1793534400', nanos: 0 },
};
const account = {
  _id: buyerId,
  name: 'Ada',
  email: 'ada@example.org',
  emailVerified: true,
  role: 'admin',
  createdAt: '2026-11-01T12:00:00.000Z',
};
const mailedAt = { owedAt: { seconds: '1793534400', nanos: 0 }, finishedAt: { seconds: '1793534401', nanos: 0 } };
const mail = {
  state: 'sent',
  owedAt: '2026-11-01T12:00:00.000Z',
  finishedAt: '2026-11-01T12:00:01.000Z',
  reason: null,
};

const answering =
  <Answer>(answer: Answer) =>
  (request: object): Answer => {
    asked.push(request);
    return answer;
  };
const refusing = (kind: 'INVALID' | 'UNAUTHENTICATED', code: string) => () => {
  throw new DomainError(kind, { code, message: 'refused' });
};
const post = (path: string, body: object | undefined, options: RequestOptions = {}) =>
  sendRequest(gateway.url, `/api/auth/${path}`, { method: 'POST', ...(body && { body }), ...options });

test('an address is verified by a token', async () => {
  gateway.fakes.auth.VerifyEmail = answering({});

  const answer = await post('verify-email', { token: 'a-token' });

  expect([answer.status, asked]).toEqual([200, [{ token: 'a-token' }]]);
  gateway.fakes.auth.VerifyEmail = refusing('INVALID', 'INVALID_TOKEN');
  const refused = await post('verify-email', { token: 'a-token' });
  expect([refused.status, refused.body.code]).toEqual([400, 'INVALID_TOKEN']);
});

test('the mail to verify it is sent again to whoever is signed in', async () => {
  gateway.fakes.auth.ResendVerification = answering({});

  expect((await post('verify-email/resend', undefined)).status).toBe(401);
  expect((await post('verify-email/resend', undefined, { token })).status).toBe(202);
  expect(asked).toEqual([{ userId: buyerId }]);
});

test('a mail to reset a password is asked for without a session', async () => {
  gateway.fakes.auth.RequestPasswordReset = answering({});

  const answer = await post('forgot-password', { email: 'ada@example.org' });

  expect([answer.status, asked]).toEqual([202, [{ email: 'ada@example.org' }]]);
});

test('a reset clears the cookies, for all sessions are over', async () => {
  gateway.fakes.auth.ResetPassword = answering({ user });

  const answer = await post('reset-password', { token: 'a-token', password: 'another horse' });

  expect([answer.status, asked]).toEqual([200, [{ token: 'a-token', password: 'another horse' }]]);
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(/^token=;/),
    expect.stringMatching(/^refreshToken=;/),
  ]);
});

test('a change of the password keeps the session that it is made in', async () => {
  gateway.fakes.auth.ChangePassword = answering({});

  const answer = await post('change-password', { password: 'correct horse', newPassword: 'another horse' }, { token });

  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(asked).toEqual([
    { userId: buyerId, password: 'correct horse', newPassword: 'another horse', sessionId: 'one' },
  ]);
});

test.each([
  ['verify-email', {}, ['token']],
  ['forgot-password', { email: 'none' }, ['email']],
  ['reset-password', { token: 'a-token', password: 'short' }, ['password']],
  ['reset-password', { password: 'another horse' }, ['token']],
])('%s with a bad body names what is wrong', async (path, body, paths) => {
  const answer = await post(path, body);

  expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  expect(answer.body.details.map(({ path: at }: { path: string }) => at)).toEqual(paths);
});

test('the account is read and renamed by its owner', async () => {
  gateway.fakes.auth.GetAccount = answering({ user });
  gateway.fakes.auth.RenameAccount = answering({ user: { ...user, name: 'Bea' } });

  const read = await sendRequest(gateway.url, '/api/account', { token });
  const renamed = await sendRequest(gateway.url, '/api/account', {
    method: 'PATCH',
    token,
    body: { name: ' Be\u0061\u0308 ' },
  });

  expect([read.status, read.body]).toEqual([200, { success: true, user: account }]);
  expect([renamed.status, renamed.body.user]).toEqual([200, { ...account, name: 'Bea' }]);
  expect(asked).toEqual([{ userId: buyerId }, { userId: buyerId, name: 'Be\u00e4' }]);
});

test('who has erased the account is no longer known', async () => {
  gateway.fakes.auth.GetAccount = refusing('UNAUTHENTICATED', 'UNAUTHENTICATED');

  const answer = await sendRequest(gateway.url, '/api/account', { token });

  expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('an account is erased with its password, and the cookies are cleared', async () => {
  gateway.fakes.auth.GetAccount = () => ({ user });
  gateway.fakes.auth.EraseAccount = answering({});
  const erase = (body?: object) =>
    sendRequest(gateway.url, '/api/account', { method: 'DELETE', token, ...(body && { body }) });

  expect((await erase()).status).toBe(400);
  const answer = await erase({ password: 'correct horse' });

  expect([answer.status, asked]).toEqual([204, [{ userId: buyerId, password: 'correct horse' }]]);
  expect(answer.headers['set-cookie']).toHaveLength(2);
});

describe('the export', () => {
  const orders = Array.from({ length: 250 }, () => ({ ...anOrder(), orderId: randomUUID() }));

  beforeEach(() => {
    gateway.fakes.auth.GetAccount = () => ({ user });
    gateway.fakes.auth.ListSessions = () => ({ sessions: [] });
    gateway.fakes.processor.ListAccountMails = () => ({
      mails: [{ kind: 'verify-email', state: 'MAIL_STATE_SENT', ...mailedAt }],
    });
    gateway.fakes.processor.GetMails = ({ orderIds }) => ({
      mails: orderIds.slice(1).map((orderId) => ({ orderId, state: 'MAIL_STATE_SENT', ...mailedAt })),
    });
    gateway.fakes.order.ListOrders = ({ pageToken, pageSize }) => {
      const start = Number(pageToken);
      const end = start + pageSize;
      return { orders: orders.slice(start, end), nextPageToken: end < orders.length ? String(end) : '' };
    };
  });

  test('is one object with all of it, read page by page', async () => {
    const answer = await sendRequest(gateway.url, '/api/account/export', { token });

    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.body).toMatchObject({
      success: true,
      user: account,
      sessions: [],
      mails: [{ kind: 'verify-email', ...mail }],
    });
    expect(answer.body.orders).toHaveLength(250);
    expect(answer.body.orders[0]).toMatchObject({ mail: null });
    expect(answer.body.orders[1]).toMatchObject({ mail });
  });

  test('is written for a user twice at once, and again once one has ended', async () => {
    const asked: (() => void)[] = [];
    gateway.fakes.processor.ListAccountMails = () => new Promise((resolve) => asked.push(() => resolve({ mails: [] })));
    const get = () => sendRequest(gateway.url, '/api/account/export', { token });

    const running = [get(), get()];
    await eventually(() => expect(asked).toHaveLength(2));
    const refused = await get();
    for (const answerNow of asked) answerNow();
    const answers = await Promise.all(running);
    gateway.fakes.processor.ListAccountMails = () => ({ mails: [] });

    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', '5']);
    expect(refused.body.message).toContain('at most 2 exports');
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await eventually(async () => expect((await get()).status).toBe(200));
  });

  test.each([
    ['auth', 'ListSessions'],
    ['processor', 'ListAccountMails'],
    ['processor', 'GetMails'],
    ['order', 'ListOrders'],
  ] as const)('is refused as a whole while %s is unavailable (%s)', async (service, rpc) => {
    const fail = () => {
      throw new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'the database is unavailable' });
    };
    Object.assign(gateway.fakes[service], { [rpc]: fail });

    expect((await sendRequest(gateway.url, '/api/account/export', { token })).status).toBe(503);
  });

  test('is cut, and never looks complete, where a later page fails', async () => {
    gateway.fakes.order.ListOrders = ({ pageToken }) => {
      if (pageToken !== '') throw new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'away' });
      return { orders: orders.slice(0, 100), nextPageToken: '100' };
    };

    await expect(sendRequest(gateway.url, '/api/account/export', { token })).rejects.toThrow();
  });
});

describe('where only verified addresses may order', () => {
  const body = { items: [{ productId: 'prod1', quantity: 1 }] };
  let strict: TestGateway;
  beforeAll(async () => {
    strict = await aGateway({ config: { REQUIRE_VERIFIED_EMAIL: true } });
  });
  const placeAs = (claims: object) => {
    strict.fakes.order.PlaceOrder = () => ({ order: anOrder(), replayed: false });
    return sendRequest(strict.url, '/api/order', { token: tokenOf(strict.keySet.keys[0]!, claims), body });
  };

  test('a token that says so is enough', async () => {
    delete strict.fakes.auth.GetAccount;

    expect((await placeAs({ email_verified: true })).status).toBe(201);
  });

  test('another token is refused, unless the address was verified since', async () => {
    strict.fakes.auth.GetAccount = () => ({ user: { ...user, emailVerified: false } });
    for (const claims of [{ email_verified: false }, {}]) {
      const answer = await placeAs(claims);
      expect([answer.status, answer.body.code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
    }

    strict.fakes.auth.GetAccount = () => ({ user });

    expect((await placeAs({ email_verified: false })).status).toBe(201);
  });
});
