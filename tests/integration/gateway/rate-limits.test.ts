import { DomainError } from '@orders/shared/errors';
import { randomUUID } from 'node:crypto';
import { createRedis } from '@orders/shared/redis';
import { requiredVariable, silentLog } from '../../support/test-database';
import { addressKeyOf } from '@orders/gateway/http/accounts/known-clients';
import { gatewayVariables, type GatewayConfig } from '@orders/gateway/config';
import { z } from 'zod';
import { aGateway, stopGateways, type GatewayOptions, type TestGateway } from './a-gateway';
import { aBody, anOrder } from './an-order';
import { sendRequest } from '../../support/request';
import { eventually } from '../../support/eventually';
import { buyerId, tokenOf } from './tokens';

const password = 'correct horse';
const session = {
  user: { userId: buyerId, name: 'Ada', email: 'ada@example.org' },
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresInSeconds: 900,
  refreshExpiresInSeconds: 900,
};

const account = { ...session.user, emailVerified: true, role: 'ROLE_USER' as const, createdAt: null };

afterEach(stopGateways);

async function limited(config: Partial<GatewayConfig>, redis?: GatewayOptions['redis']): Promise<TestGateway> {
  const gateway = await aGateway({ config, ...(redis && { redis }) });
  gateway.fakes.auth.Register = () => ({ session });
  gateway.fakes.auth.Login = (request) => {
    if (request.password === password) return { session };
    throw wrongPassword();
  };
  gateway.fakes.order.PlaceOrder = () => ({ order: anOrder(), replayed: false });
  return gateway;
}

const wrongPassword = () => new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message: 'wrong' });
const login = (gateway: TestGateway, email: string, guess: string) =>
  sendRequest(gateway.url, '/api/auth/login', { body: { email, password: guess } });
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);
const redis = { host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) };
async function keysOfRedis(pattern: string): Promise<string[]> {
  const { client, stop } = createRedis({ ...redis, log: silentLog });
  await client.connect();
  return client.keys(pattern).finally(stop);
}

const anAddress = () => `${randomUUID()}@example.org`;

test('after too many failures for an address the right password is refused too', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 3 });
  const email = anAddress();

  const failures = [
    await login(gateway, email, 'a'),
    await login(gateway, email, 'b'),
    await login(gateway, email, 'c'),
  ];
  const right = await login(gateway, email.toUpperCase(), password);
  const other = await login(gateway, anAddress(), password);

  expect(statuses(failures)).toEqual([401, 401, 401]);
  expect(right.status).toBe(429);
  expect(right.body.code).toBe('RATE_LIMITED');
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(other.status).toBe(200);
});

test('each further failure doubles the wait, and who waits may try', async () => {
  for (const store of [undefined, redis]) {
    const gateway = await limited({ RATE_LIMIT_SIGN_IN: 1 }, store);
    const email = anAddress();
    expect((await login(gateway, email, 'a')).status).toBe(401);

    const refused = await login(gateway, email, password);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '5']);
    await eventually(async () => expect((await login(gateway, email, 'b')).status).toBe(401), 8_000);
    const again = await login(gateway, email, password);

    expect([again.status, again.headers['retry-after']]).toEqual([429, '10']);
  }
}, 30_000);

test('failures elsewhere do not make the owner wait, where the account was used before', async () => {
  for (const store of [undefined, redis]) {
    const gateway = await limited({ RATE_LIMIT_SIGN_IN: 2, TRUST_PROXY: true }, store);
    const email = anAddress();
    const loginFrom = (network: string, guess: string) =>
      sendRequest(gateway.url, '/api/auth/login', {
        body: { email, password: guess },
        headers: { 'X-Forwarded-For': network },
      });
    await loginFrom('192.0.2.1', password);

    const attack = [];
    for (const guess of ['a', 'b', 'c']) attack.push(await loginFrom('198.51.100.7', guess));
    const elsewhere = await loginFrom('203.0.113.5', password);
    const owner = await loginFrom('192.0.2.1', password);
    const mistyped = [];
    for (const guess of ['d', 'e', 'f']) mistyped.push(await loginFrom('192.0.2.1', guess));

    expect(statuses(attack)).toEqual([401, 401, 429]);
    expect([elsewhere.status, owner.status]).toEqual([429, 200]);
    expect(statuses(mistyped)).toEqual([401, 401, 429]);
  }
});

test('once the account is erased nothing in Redis leads from its address to a network', async () => {
  for (const store of [undefined, redis]) {
    const gateway = await limited({ RATE_LIMIT_SIGN_IN: 1 }, store);
    const email = anAddress();
    gateway.fakes.auth.GetAccount = () => ({ user: { ...account, email } });
    gateway.fakes.auth.EraseAccount = () => ({});
    await login(gateway, email, password);
    const known = `known:${addressKeyOf(email)}`;
    expect(await keysOfRedis(`${known}*`)).toEqual(store ? [known] : []);

    const erasure = { method: 'DELETE', token: gateway.keySet.userToken(), body: { password } };
    const erased = await sendRequest(gateway.url, '/api/account', erasure);

    expect(erased.status).toBe(204);
    expect(await keysOfRedis(`${known}*`)).toEqual([]);
  }
});

test('whoever resets the password by mail may sign in at once', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 1 });
  const email = anAddress();
  gateway.fakes.auth.ResetPassword = () => ({ user: { ...session.user, email } });
  expect(statuses([await login(gateway, email, 'a'), await login(gateway, email, password)])).toEqual([401, 429]);

  await sendRequest(gateway.url, '/api/auth/reset-password', { body: { token: 'a-token', password } });

  expect((await login(gateway, email, password)).status).toBe(200);
});

test('wrong passwords in a change of the password and in an erasure count like sign-ins', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 2 });
  gateway.fakes.auth.GetAccount = () => ({ user: account });
  gateway.fakes.auth.ChangePassword = gateway.fakes.auth.EraseAccount = () => {
    throw wrongPassword();
  };
  const token = gateway.keySet.userToken();
  const change = () =>
    sendRequest(gateway.url, '/api/auth/change-password', {
      token,
      body: { password: 'wrong', newPassword: 'another horse' },
    });
  const erase = () =>
    sendRequest(gateway.url, '/api/account', { method: 'DELETE', token, body: { password: 'wrong' } });

  expect(statuses([await change(), await erase(), await change(), await erase()])).toEqual([401, 401, 429, 429]);
});

test('mails to an address are limited, whether or not it has an account', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 2 });
  gateway.fakes.auth.RequestPasswordReset = () => ({});
  const email = anAddress();
  const forgot = () => sendRequest(gateway.url, '/api/auth/forgot-password', { body: { email } });

  expect(statuses([await forgot(), await forgot(), await forgot()])).toEqual([202, 202, 429]);
});

test('mails that are asked for at once are limited like others', async () => {
  for (const store of [undefined, redis]) {
    const gateway = await limited({ RATE_LIMIT_SIGN_IN: 3 }, store);
    gateway.fakes.auth.RequestPasswordReset = gateway.fakes.auth.ResendVerification = () => ({});
    const email = anAddress();
    const token = tokenOf(gateway.keySet.keys[0]!, {}, { subject: randomUUID().replaceAll('-', '').slice(0, 24) });
    const resend = { method: 'POST', token };
    const atOnce = (ask: () => Promise<{ status: number }>) => Promise.all(Array.from({ length: 20 }, ask));

    const resets = await atOnce(() => sendRequest(gateway.url, '/api/auth/forgot-password', { body: { email } }));
    const next = await sendRequest(gateway.url, '/api/auth/forgot-password', { body: { email } });
    const resends = await atOnce(() => sendRequest(gateway.url, '/api/auth/verify-email/resend', resend));

    for (const answers of [resets, resends])
      expect(statuses(answers).toSorted()).toEqual([...Array<number>(3).fill(202), ...Array<number>(17).fill(429)]);
    // Those that were refused have not made the wait longer.
    expect([next.status, next.headers['retry-after']]).toEqual([429, '5']);
  }
});

test('refreshes of a client are limited per minute', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN_CLIENT: 2 });
  gateway.fakes.auth.Refresh = () => ({ session });
  const refresh = () => sendRequest(gateway.url, '/api/auth/refresh', { body: { refreshToken: 'a.b' } });

  expect(statuses([await refresh(), await refresh(), await refresh()])).toEqual([200, 200, 429]);
});

test('both spellings of an internationalized domain count as one address', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 2 });
  const name = randomUUID();

  const answers = [
    await login(gateway, `${name}@b\u00fccher.example`, 'a'),
    await login(gateway, `${name}@xn--bcher-kva.example`, 'b'),
    await login(gateway, `${name}@B\u00dcCHER.example`, password),
  ];

  expect(statuses(answers)).toEqual([401, 401, 429]);
});

test('guesses sent in parallel are counted like others', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 3 });
  const email = anAddress();
  const doubt = Promise.withResolvers<undefined>();
  let tried = 0;
  gateway.fakes.auth.Login = async () => {
    tried += 1;
    await doubt.promise;
    throw wrongPassword();
  };

  const guesses = Array.from({ length: 12 }, (_, index) => login(gateway, email, `guess ${index}`));
  await eventually(() => expect(tried).toBe(3));
  // What was sent after the guesses is answered, so they are all there.
  await sendRequest(gateway.url, '/openapi.json');
  doubt.resolve(undefined);
  const answers = await Promise.all(guesses);

  expect(statuses(answers).filter((status) => status === 401)).toHaveLength(3);
  expect(statuses(answers).filter((status) => status === 429)).toHaveLength(9);
});

test('right passwords do not count as failures, however many arrive at once', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 3 });
  const email = anAddress();

  const answers = await Promise.all(Array.from({ length: 12 }, () => login(gateway, email, password)));

  expect(new Set(statuses(answers))).toEqual(new Set([200]));
});

test('sign-ins of a client are limited per minute', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN_CLIENT: 2 });

  const answers = [];
  for (let count = 0; count < 3; count += 1) answers.push(await login(gateway, anAddress(), password));

  expect(statuses(answers)).toEqual([200, 200, 429]);
});

test('registrations of a client are limited per minute', async () => {
  const gateway = await limited({ RATE_LIMIT_REGISTER: 1 });
  const register = () =>
    sendRequest(gateway.url, '/api/auth/register', { body: { name: 'Ada', email: anAddress(), password } });

  const answers = [await register(), await register()];

  expect(statuses(answers)).toEqual([201, 429]);
});

test('clients of one IPv6 network count as one, those of others and of IPv4 on their own', async () => {
  const gateway = await limited({ RATE_LIMIT_REGISTER: 1, TRUST_PROXY: true });
  const register = (from: string) =>
    sendRequest(gateway.url, '/api/auth/register', {
      body: { name: 'Ada', email: anAddress(), password },
      headers: { 'X-Forwarded-For': from },
    });

  const answers = [
    await register('2001:db8:1:2::1'),
    await register('2001:db8:1:2:ffff::9'),
    await register('2001:db8:1:3::1'),
    await register('::ffff:192.0.2.1'),
    await register('192.0.2.1'),
    await register('192.0.2.2'),
  ];

  expect(statuses(answers)).toEqual([201, 429, 201, 201, 429, 201]);
});

test('a user may place 120 orders a minute where nothing else is set', () => {
  expect(z.object(gatewayVariables).parse({}).RATE_LIMIT_ORDERS).toBe(120);
});

test('orders of a user are limited per minute', async () => {
  const gateway = await limited({ RATE_LIMIT_ORDERS: 2 });
  const place = () => sendRequest(gateway.url, '/api/order', { token: gateway.keySet.userToken(), body: aBody() });

  const answers = [await place(), await place(), await place()];

  expect(statuses(answers)).toEqual([201, 201, 429]);
});

test('0 turns a limit off', async () => {
  const gateway = await limited({ RATE_LIMIT_ORDERS: 0, RATE_LIMIT_SIGN_IN: 0 });
  const email = anAddress();

  const answers = await Promise.all(Array.from({ length: 12 }, () => login(gateway, email, 'wrong')));

  expect(new Set(statuses(answers))).toEqual(new Set([401]));
});

test('replicas count together in Redis', async () => {
  const one = await limited({ RATE_LIMIT_SIGN_IN: 2 }, redis);
  const other = await limited({ RATE_LIMIT_SIGN_IN: 2 }, redis);
  const email = anAddress();

  const answers = [await login(one, email, 'a'), await login(other, email, 'b'), await login(one, email, password)];

  expect(statuses(answers)).toEqual([401, 401, 429]);
});

test('no address stands in Redis', async () => {
  const gateway = await limited({ RATE_LIMIT_SIGN_IN: 2 }, redis);
  gateway.fakes.auth.RequestPasswordReset = () => ({});
  const email = anAddress();
  await login(gateway, email, 'a');
  await login(gateway, email, password);
  await sendRequest(gateway.url, '/api/auth/forgot-password', { body: { email } });

  const { client, stop } = createRedis({ ...redis, log: silentLog });
  await client.connect();
  const keys = await client.keys('*');
  stop();

  for (const prefix of ['rate:sign-in', 'rate:account-mails', 'known'])
    expect(keys.some((key) => key.startsWith(`${prefix}:`))).toBe(true);
  expect(keys.filter((key) => key.includes(email.slice(0, 36)))).toEqual([]);
});
