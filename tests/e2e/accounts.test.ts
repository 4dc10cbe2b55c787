import { randomUUID } from 'node:crypto';
import { createMongo } from '@orders/shared/mongo';
import { createRedis } from '@orders/shared/redis';
import { mailedToken, mailsTo } from '../support/account-mails';
import { eventually } from '../support/eventually';
import { startGateway, type Gateway } from '../support/extra-gateway';
import { mailsOf } from '../support/mails';
import { sharedSystem } from '../support/shared-system';
import { anAddress, createShop, password, type User } from '../support/shop';
import { requiredVariable, silentLog } from '../support/test-database';

const shop = createShop(sharedSystem());
const { layout, rest } = shop;
const newPassword = 'another horse battery';
const [verify, reset] = ['Verify your e-mail address', 'Reset your password'];

const login = (email: string, word: string) => rest('/api/auth/login', { body: { email, password: word } });
const forgot = (email: string) => rest('/api/auth/forgot-password', { body: { email } });
const accountOf = async ({ token }: User) =>
  (await rest('/api/account', { token })).body.user as { emailVerified: boolean };

test('an address is verified by the mail that is sent at registration', async () => {
  const buyer = await shop.aUser();
  const token = await mailedToken(layout, buyer.email, [verify]);

  expect(await accountOf(buyer)).toMatchObject({ email: buyer.email, emailVerified: false, role: 'user' });
  expect((await rest('/api/auth/verify-email', { body: { token } })).status).toBe(200);

  expect((await accountOf(buyer)).emailVerified).toBe(true);
  expect((await rest('/api/auth/verify-email', { body: { token } })).body.code).toBe('INVALID_TOKEN');
});

test('a forgotten password is reset by a mail; only the newest token works, once', async () => {
  const buyer = await shop.aUser();
  expect((await forgot(buyer.email.toUpperCase())).status).toBe(202);
  const replaced = await mailedToken(layout, buyer.email, [reset]);
  expect((await forgot(buyer.email)).status).toBe(202);
  const token = await mailedToken(layout, buyer.email, [reset, 2]);
  const resetWith = (word: string) =>
    rest('/api/auth/reset-password', { body: { token: word, password: newPassword } });

  expect((await resetWith(replaced)).body.code).toBe('INVALID_TOKEN');
  expect((await resetWith(token)).status).toBe(200);
  expect((await resetWith(token)).body.code).toBe('INVALID_TOKEN');

  expect((await login(buyer.email, password)).status).toBe(401);
  expect((await login(buyer.email, newPassword)).status).toBe(200);
  const refreshed = await rest('/api/auth/refresh', { body: { refreshToken: buyer.refreshToken } });
  expect(refreshed.body.code).toBe('INVALID_REFRESH_TOKEN');
  await eventually(async () => expect(await mailsTo(layout, buyer.email, 'Your password was changed')).toHaveLength(1));
});

test('an unknown address gets the same answer, and no mail', async () => {
  const [known, unknown] = [(await shop.aUser()).email, anAddress()];

  const answers = await Promise.all([forgot(known), forgot(unknown)]);

  expect(answers.map(({ status, body }) => ({ status, body: body as object }))).toEqual(
    Array(2).fill({
      status: 202,
      body: { success: true, message: 'if the address has an account, a mail will be sent' },
    }),
  );
  await mailedToken(layout, known, [reset]);
  expect(await mailsTo(layout, unknown, '')).toEqual([]);
});

describe('where only verified addresses may order', () => {
  let strict: Gateway;
  beforeAll(async () => {
    strict = await startGateway(layout, { REQUIRE_VERIFIED_EMAIL: 'true' });
  }, 30_000);
  afterAll(() => strict.stop());

  test('an order waits for the address, but not for the next token', async () => {
    const buyer = await shop.aUser();
    const productId = await shop.aProduct({ stock: 5 });
    const place = () =>
      strict.rest('/api/order', { token: buyer.token, body: { items: [{ productId, quantity: 1 }] } });

    const refused = await place();
    expect([refused.status, refused.body.code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
    const token = await mailedToken(layout, buyer.email, [verify]);
    await rest('/api/auth/verify-email', { body: { token } });

    expect((await place()).status).toBe(201);
    expect(await shop.stockOf(productId)).toBe(4);
  });
});

describe('a user who leaves', () => {
  const name = `Ada ${randomUUID()}`;
  let buyer: User;
  let productId: string;
  let orderId: string;

  beforeAll(async () => {
    buyer = await shop.aUser({ name });
    productId = await shop.aProduct({ stock: 5 });
    orderId = (await shop.place(buyer, [{ productId, quantity: 2 }])).body.order.orderId as string;
    await shop.untilFinal(buyer, orderId);
    await eventually(async () => expect(await mailsOf(layout, orderId)).toHaveLength(1));
    await mailedToken(layout, buyer.email, [verify]);
  }, 30_000);

  test('takes everything along that is kept', async () => {
    const expected = {
      success: true,
      user: { _id: buyer.userId, name, email: buyer.email },
      sessions: [{ userAgent: expect.any(String) }],
      mails: [{ kind: 'verify-email', state: 'sent' }],
      orders: [{ orderId, status: 'Processed', mail: { state: 'sent' } }],
    };

    // A mail arrives a moment before the ledger says that it was sent.
    await eventually(async () => {
      const { status, body } = await rest('/api/account/export', { token: buyer.token });
      expect(status).toBe(200);
      expect(body).toMatchObject(expected);
    });
  });

  test('is known nowhere afterwards; the orders stay, and the address is free', async () => {
    const leave = (word: string) =>
      rest('/api/account', { method: 'DELETE', token: buyer.token, body: { password: word } });
    // Guesses and requests for mails leave traces too.
    await login(buyer.email, 'a wrong password');
    await forgot(buyer.email);

    expect((await leave('a wrong password')).body.code).toBe('INVALID_CREDENTIALS');
    expect((await leave(password)).status).toBe(204);

    expect((await login(buyer.email, password)).status).toBe(401);
    expect((await rest('/api/account', { token: buyer.token })).status).toBe(401);
    const refreshed = await rest('/api/auth/refresh', { body: { refreshToken: buyer.refreshToken } });
    expect(refreshed.status).toBe(401);
    await eventually(async () => expect(await placesThatHold(buyer.email, name)).toEqual([]));
    await eventually(async () => expect(await accountMailsOf(buyer.userId)).toEqual([]));
    const admin = await shop.admin();
    const story = await rest(`/api/admin/orders/${orderId}`, { token: admin.token });
    expect(story.body.order).toMatchObject({ orderId, userId: buyer.userId, status: 'Processed' });
    const again = await shop.aUser({ email: buyer.email });
    expect(again.userId).not.toBe(buyer.userId);
  });
});

const databases = ['auth', 'orders', 'inventory', 'processor'];

async function inDatabase<T>(name: string, work: (mongo: ReturnType<typeof createMongo>) => Promise<T>): Promise<T> {
  const mongo = createMongo({
    uri: requiredVariable('MONGO_URI'),
    database: `${layout.prefix}${name}`,
    log: silentLog,
  });
  await mongo.connect();
  try {
    return await work(mongo);
  } finally {
    await mongo.stop();
  }
}

const accountMailsOf = (userId: string) =>
  inDatabase('processor', (mongo) => mongo.collection('accountMails').find({ userId }).toArray());

/** The collections, of every database, and the keys of Redis that hold one of the texts, in whatever case. */
async function placesThatHold(...texts: string[]): Promise<string[]> {
  const holds = (content: string) => texts.some((text) => content.toLowerCase().includes(text.toLowerCase()));
  const found = await Promise.all(
    databases.map((database) =>
      inDatabase(database, async (mongo) => {
        const { collections } = await namesOf(mongo);
        const contents = await Promise.all(
          collections.map(
            async (name) => [name, JSON.stringify(await mongo.collection(name).find().toArray())] as const,
          ),
        );
        return contents.filter(([, content]) => holds(content)).map(([name]) => `${database}.${name}`);
      }),
    ),
  );
  return [...found.flat(), ...(await keysOfRedisThat(holds))];
}

async function namesOf(mongo: ReturnType<typeof createMongo>): Promise<{ collections: string[] }> {
  const { cursor } = (await mongo.command({ listCollections: 1, nameOnly: true })) as unknown as {
    cursor: { firstBatch: { name: string; type: string }[] };
  };
  return { collections: cursor.firstBatch.filter(({ type }) => type === 'collection').map(({ name }) => name) };
}

async function keysOfRedisThat(holds: (content: string) => boolean): Promise<string[]> {
  const redis = createRedis({
    host: requiredVariable('REDIS_HOST'),
    port: Number(requiredVariable('REDIS_PORT')),
    log: silentLog,
  });
  await redis.client.connect();
  const keys = await redis.client.keys('*');
  const contents = await Promise.all(
    keys.map(async (key) => [key, (await redis.client.get(key).catch(() => '')) ?? ''] as const),
  );
  redis.stop();
  return contents.filter(([key, content]) => holds(`${key} ${content}`)).map(([key]) => key);
}
