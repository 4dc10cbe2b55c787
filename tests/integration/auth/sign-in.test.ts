import { randomUUID } from 'node:crypto';
import { hash as bcryptHash } from '@node-rs/bcrypt';
import { mongo } from 'mongoose';
import { anAuthSystem, type AuthSystem, type Replica } from './auth-system';

const password = 'correct horse';
let system: AuthSystem;
let replicas: [Replica, Replica];
let auth: Replica;

beforeAll(async () => {
  system = await anAuthSystem();
  replicas = await Promise.all([system.start(), system.start()]);
  auth = replicas[0];
});
afterAll(() => system.stop());

const anEmail = () => `${randomUUID()}@Example.org`;
const anAccount = () => auth.register({ name: 'Ann', email: anEmail(), password });
const userDocument = (userId: string) =>
  system.database.collection('users').findOne({ _id: new mongo.ObjectId(userId) });
const familiesOf = (userId: string) =>
  system.database
    .collection('refreshFamilies')
    .find({ userId: new mongo.ObjectId(userId) })
    .toArray();
const invalidToken = { code: 'INVALID_REFRESH_TOKEN' };

test('who registers is signed in, and signs in again with the address in any case', async () => {
  const email = anEmail();

  const registered = await auth.register({ name: 'Ann', email, password });
  const signedIn = await replicas[1].login(email.toUpperCase(), password);

  expect(registered.user).toEqual({
    userId: expect.stringMatching(/^[0-9a-f]{24}$/),
    name: 'Ann',
    email,
    emailVerified: false,
    role: 'ROLE_USER',
    createdAt: expect.anything(),
  });
  expect(registered).toMatchObject({ expiresInSeconds: 900, refreshExpiresInSeconds: 2_592_000 });
  expect(signedIn.user).toEqual(registered.user);
  expect(await userDocument(registered.user!.userId)).toMatchObject({
    passwordHash: expect.stringMatching(/^\$argon2id\$/),
  });
});

test('a wrong password and an unknown address are refused alike', async () => {
  const { user } = await anAccount();

  const wrong = await auth.login(user!.email, 'wrong horse').catch((error: unknown) => error);
  const unknown = await auth.login(anEmail(), password).catch((error: unknown) => error);

  expect(wrong).toMatchObject({ kind: 'UNAUTHENTICATED', code: 'INVALID_CREDENTIALS' });
  expect(String(unknown)).toBe(String(wrong));
});

test('of many who register one address in different case at once, on two replicas, one gets it', async () => {
  const email = anEmail();
  const spellings = [email, email.toLowerCase(), email.toUpperCase(), email];

  const results = await Promise.allSettled(
    spellings.map((spelling, index) => replicas[index % 2]!.register({ name: 'Ann', email: spelling, password })),
  );

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'EMAIL_TAKEN' });
  }
  expect(await system.database.collection('users').countDocuments({ emailKey: email.toLowerCase() })).toBe(1);
});

test('both spellings of an internationalized domain are one account, which signs in by either', async () => {
  const name = randomUUID();
  const unicode = `${name}@B\u00fccher.example`;
  const ascii = `${name}@xn--bcher-kva.example`;

  const { user } = await auth.register({ name: 'Ann', email: unicode, password });

  await expect(auth.register({ name: 'Ann', email: ascii, password })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  expect(await userDocument(user!.userId)).toMatchObject({ email: unicode, emailKey: ascii });
  expect((await auth.login(ascii, password)).user).toEqual(user);
  expect((await auth.login(unicode.toUpperCase(), password)).user).toEqual(user);
});

test('an older account with a Unicode domain in its key keeps working and keeps its address', async () => {
  const name = randomUUID();
  const email = `${name}@b\u00fccher.example`;
  const { user } = await anAccount();
  await system.database
    .collection('users')
    .updateOne({ _id: new mongo.ObjectId(user!.userId) }, { $set: { email, emailKey: email } });

  expect((await auth.login(email, password)).user).toMatchObject({ userId: user!.userId });
  expect((await auth.login(`${name}@xn--bcher-kva.example`, password)).user).toMatchObject({ userId: user!.userId });
  await expect(auth.register({ name: 'Ann', email, password })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
});

test('the service refuses an invalid account by itself', async () => {
  await expect(auth.register({ name: 'Ann', email: anEmail(), password: 'short' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    details: [{ path: 'password' }],
  });
});

test('a session goes on through refreshes, on either replica, and stays one document', async () => {
  const first = await anAccount();

  const second = await replicas[1].refresh(first.refreshToken);
  const third = await auth.refresh(second.refreshToken);

  expect(third.user).toEqual(first.user);
  expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  const families = await familiesOf(first.user!.userId);
  expect(families).toHaveLength(1);
  expect(JSON.stringify(families)).not.toContain(third.refreshToken.split('.')[1]);
});

test('each refresh begins the 30 days again', async () => {
  const { user, refreshToken } = await anAccount();
  const inAnHour = new Date(Date.now() + 3_600_000);
  await system.database
    .collection('refreshFamilies')
    .updateMany({ userId: new mongo.ObjectId(user!.userId) }, { $set: { expiresAt: inAnHour } });

  await auth.refresh(refreshToken);

  const [family] = await familiesOf(user!.userId);
  const days = (family!['expiresAt'].getTime() - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(30, 1);
});

test('of 20 refreshes with one token at once, on two replicas, each gets a pair, and all pairs are good', async () => {
  const { refreshToken } = await anAccount();

  const pairs = await Promise.all(Array.from({ length: 20 }, (_, index) => replicas[index % 2]!.refresh(refreshToken)));
  const next = await Promise.all(pairs.map((pair, index) => replicas[index % 2]!.refresh(pair.refreshToken)));

  expect(new Set([...pairs, ...next].map((pair) => pair.refreshToken)).size).toBe(40);
});

test('a token that was spent over 10 s ago ends its family, and no other session of the user', async () => {
  const stolen = await anAccount();
  const elsewhere = await auth.login(stolen.user!.email, password);
  const next = await auth.refresh(stolen.refreshToken);
  await system.database
    .collection('refreshFamilies')
    .updateMany(
      { 'spentTokens.0': { $exists: true } },
      { $set: { 'spentTokens.$[].spentAt': new Date(Date.now() - 11_000) } },
    );

  await expect(replicas[1].refresh(stolen.refreshToken)).rejects.toMatchObject(invalidToken);

  await expect(auth.refresh(next.refreshToken)).rejects.toMatchObject(invalidToken);
  expect((await auth.refresh(elsewhere.refreshToken)).user).toEqual(stolen.user);
});

test('an expired token is refused before the database has dropped it', async () => {
  const { user, refreshToken } = await anAccount();
  const userId = new mongo.ObjectId(user!.userId);
  await system.database
    .collection('refreshFamilies')
    .updateOne({ userId }, { $set: { expiresAt: new Date(Date.now() - 1_000) } });

  await expect(auth.refresh(refreshToken)).rejects.toMatchObject(invalidToken);
});

test('a session ends with its user', async () => {
  const { user, refreshToken } = await anAccount();
  await system.database.collection('users').deleteOne({ _id: new mongo.ObjectId(user!.userId) });

  await expect(auth.refresh(refreshToken)).rejects.toMatchObject(invalidToken);
});

test('after a logout the token is invalid; a second logout, or one with nonsense, is not an error', async () => {
  const { refreshToken } = await anAccount();

  await auth.logout(refreshToken);

  await expect(auth.refresh(refreshToken)).rejects.toMatchObject(invalidToken);
  expect(await Promise.all([auth.logout(refreshToken), auth.logout('nonsense'), auth.logout('')])).toEqual([
    {},
    {},
    {},
  ]);
});

test('a bcrypt account of a short password signs in, and is argon2id from then on', async () => {
  const email = anEmail();
  const _id = new mongo.ObjectId();
  const passwordHash = await bcryptHash('short', { cost: 6, version: '2a' });
  await system.database.collection('users').insertOne({
    ...{ _id, name: 'Ann', email, emailKey: email.toLowerCase(), passwordHash, role: 'user', createdAt: new Date() },
  });

  await expect(auth.login(email, 'shorT')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  expect(await userDocument(_id.toHexString())).toMatchObject({ passwordHash });
  await auth.login(email, 'short');

  expect(await userDocument(_id.toHexString())).toMatchObject({ passwordHash: expect.stringMatching(/^\$argon2id\$/) });
  expect((await auth.login(email, 'short')).user).toMatchObject({ userId: _id.toHexString() });
});

test('accounts are returned by id; ids that are malformed or unknown are left out', async () => {
  const [ann, bob] = await Promise.all([anAccount(), anAccount()]);
  const ids = [ann.user!.userId, 'nonsense', new mongo.ObjectId().toHexString(), bob.user!.userId];

  const users = await auth.getUsers(ids);

  expect(users).toHaveLength(2);
  expect(users).toEqual(expect.arrayContaining([ann.user, bob.user]));
});

test('logins are counted by outcome', async () => {
  const metrics = await (await auth.probe('metrics')).text();

  expect(metrics).toMatch(/^auth_logins_total\{outcome="success"\} [1-9]/m);
  expect(metrics).toMatch(/^auth_logins_total\{outcome="rejected"\} [1-9]/m);
  expect(metrics).toMatch(
    /^rpc_server_duration_seconds_count\{rpc_method="\/orderplacing.auth.v1.AuthService\/Login"/m,
  );
});
