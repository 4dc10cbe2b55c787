import { randomUUID } from 'node:crypto';
import type { HttpResponse } from '../support/request';
import { startGateway, type Gateway } from '../support/extra-gateway';
import { sharedSystem } from '../support/shared-system';
import { anAddress, createShop, orderBody, password, type User } from '../support/shop';
import { startTcpProxy } from '../support/tcp-proxy';
import { requiredVariable } from '../support/test-database';

const shop = createShop(sharedSystem());
const signInLimit = 3;
let redis: Awaited<ReturnType<typeof startTcpProxy>>;
let gateways: Gateway[];
let buyer: User;

beforeAll(async () => {
  redis = await startTcpProxy({ host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) });
  const env = { RATE_LIMIT_SIGN_IN: String(signInLimit), RATE_LIMIT_ORDERS: '5', REDIS_PORT: redis.port };
  gateways = await Promise.all([1, 2].map(() => startGateway(shop.layout, env)));
  buyer = await shop.aUser();
}, 40_000);
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await redis.stop();
});

const signIn = (gateway: Gateway, email: string, word: string) =>
  gateway.rest('/api/auth/login', { body: { email, password: word } });
const guess = (gateway: Gateway, email: string) => signIn(gateway, email, 'a wrong password');

async function guessOnBoth(email: string, times: number): Promise<HttpResponse[]> {
  const answers: HttpResponse[] = [];
  for (let index = 0; index < times; index += 1) answers.push(await guess(gateways[index % 2]!, email));
  return answers;
}

const statusesOf = (answers: HttpResponse[]) => answers.map(({ status }) => status);

test('two gateways count the failures for one address together, and then refuse the right password too', async () => {
  const { email } = await shop.aUser();

  const guesses = await guessOnBoth(email, signInLimit + 2);
  const right = await signIn(gateways[1]!, email.toUpperCase(), password);
  const neighbour = await signIn(gateways[0]!, buyer.email, password);

  expect(statusesOf(guesses)).toEqual([401, 401, 401, 429, 429]);
  expect(right.body.code).toBe('RATE_LIMITED');
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  expect(neighbour.status).toBe(200);
});

test('guesses sent in parallel are counted like those sent one by one', async () => {
  const email = anAddress();

  const answers = await Promise.all(Array.from({ length: 12 }, () => guess(gateways[0]!, email)));

  expect(statusesOf(answers).filter((status) => status === 401)).toHaveLength(signInLimit);
});

test("a user's orders are counted for the user, on all gateways", async () => {
  const [owner, other] = [await shop.aUser(), await shop.aUser()];
  const productId = await shop.aProduct({ stock: 100 });
  const place = (user: User, index: number) =>
    gateways[index % 2]!.rest('/api/order', {
      token: user.token,
      body: orderBody(user.userId, [{ productId, quantity: 1 }]),
      headers: { 'Idempotency-Key': randomUUID() },
    });

  const answers: HttpResponse[] = [];
  for (let index = 0; index < 7; index += 1) answers.push(await place(owner, index));

  expect(statusesOf(answers)).toEqual([201, 201, 201, 201, 201, 429, 429]);
  expect((await place(other, 0)).status).toBe(201);
  expect(await shop.stockOf(productId)).toBe(94);
});

test('while Redis is unavailable each gateway counts in its own memory', async () => {
  const { email } = await shop.aUser();

  await redis.cut();
  const answers = await Promise.all(
    gateways.map(async (gateway) => {
      const guesses: HttpResponse[] = [];
      for (let count = 0; count < signInLimit + 1; count += 1) guesses.push(await guess(gateway, email));
      return statusesOf(guesses);
    }),
  );
  await redis.restore();

  expect(answers).toEqual(Array(2).fill([401, 401, 401, 429]));
});
