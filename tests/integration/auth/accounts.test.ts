import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { shiftedClock } from '../../support/shifted-clock';
import { anAuthSystem, type AuthSystem, type Replica } from './auth-system';

const password = 'correct horse';
const newPassword = 'another horse';
const invalidToken = { code: 'INVALID_TOKEN' };
const gone = { kind: 'UNAUTHENTICATED', code: 'UNAUTHENTICATED', message: 'this account no longer exists' };
let system: AuthSystem;
let auth: Replica;

beforeAll(async () => {
  system = await anAuthSystem();
  auth = await system.start();
});
afterAll(() => system.stop());

const signedInAs = async ({ name = 'Ann', email = `${randomUUID()}@example.org` } = {}) => {
  const session = await auth.register({ name, email, password });
  return { ...session, userId: session.user!.userId, email };
};
const account = async (userId: string) => (await auth.getAccount({ userId })).user!;
const documentOf = (userId: string) =>
  system.database.collection('users').findOne({ _id: new mongo.ObjectId(userId) }) as Promise<mongo.Document>;

type Kind = 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'PASSWORD_CHANGED';

/** The pending mails of a user. */
const mailsOf = async (ofUser: string) =>
  (await auth.listAccountEvents()).mails.filter(({ userId }) => userId === ofUser);
const mailOf = async (userId: string, kind: Kind) =>
  (await mailsOf(userId)).find((mail) => mail.kind === `ACCOUNT_MAIL_KIND_${kind}`)!;

/** The token that the processor would put into the pending mail. */
const tokenOf = async (userId: string, kind: Kind) =>
  (await auth.issueAccountMail({ mail: await mailOf(userId, kind) })).token;

async function aResetToken({ userId, email }: { userId: string; email: string }): Promise<string> {
  await auth.requestPasswordReset({ email });
  return tokenOf(userId, 'RESET_PASSWORD');
}

const setExpiry = (userId: string, field: 'reset' | 'verification', at: Date) =>
  system.database
    .collection('users')
    .updateOne({ _id: new mongo.ObjectId(userId) }, { $set: { [`${field}.expiresAt`]: at } });

const hours = async (userId: string, field: 'reset' | 'verification') =>
  ((await documentOf(userId))[field].expiresAt.getTime() - Date.now()) / 3_600_000;

describe('the address', () => {
  test('is verified by the token of a mail, once, within 24 hours', async () => {
    const { userId } = await signedInAs();
    const token = await tokenOf(userId, 'VERIFY_EMAIL');

    expect(await hours(userId, 'verification')).toBeCloseTo(24, 1);
    expect((await account(userId)).emailVerified).toBe(false);
    await auth.verifyEmail({ token });

    expect((await account(userId)).emailVerified).toBe(true);
    await expect(auth.verifyEmail({ token })).rejects.toMatchObject(invalidToken);
  });

  test('is not verified by a token that was replaced, has expired, or is none of ours', async () => {
    const { userId } = await signedInAs();
    const other = await signedInAs();
    const replaced = await tokenOf(userId, 'VERIFY_EMAIL');
    await auth.resendVerification({ userId });
    const token = await tokenOf(userId, 'VERIFY_EMAIL');
    const foreign = await tokenOf(other.userId, 'VERIFY_EMAIL');
    const mixed = Buffer.from(token, 'base64url').subarray(0, 12);
    const forged = Buffer.concat([mixed, Buffer.from(foreign, 'base64url').subarray(12)]).toString('base64url');
    await setExpiry(userId, 'verification', new Date());

    for (const bad of [replaced, token, forged, '', 'none', 'x'.repeat(59)])
      await expect(auth.verifyEmail({ token: bad })).rejects.toMatchObject(invalidToken);

    expect((await account(userId)).emailVerified).toBe(false);
  });

  test('that is verified gets no further mail', async () => {
    const { userId } = await signedInAs();
    await auth.verifyEmail({ token: await tokenOf(userId, 'VERIFY_EMAIL') });
    await auth.acknowledgeAccountEvents({ mails: await mailsOf(userId), erasedUserIds: [] });

    await auth.resendVerification({ userId });

    expect(await mailsOf(userId)).toEqual([]);
  });

  test('of an account of an earlier version is not verified, and can be', async () => {
    const { userId } = await signedInAs();
    await system.database
      .collection('users')
      .updateOne(
        { _id: new mongo.ObjectId(userId) },
        { $unset: { emailVerified: 1, verification: 1, pendingMails: 1 } },
      );

    expect((await account(userId)).emailVerified).toBe(false);
    await auth.resendVerification({ userId });
    await auth.verifyEmail({ token: await tokenOf(userId, 'VERIFY_EMAIL') });

    expect((await account(userId)).emailVerified).toBe(true);
  });
});

describe('a reset of the password', () => {
  test('sets it, ends all sessions and verifies the address; its token works once, within an hour', async () => {
    const ann = await signedInAs();
    const elsewhere = await auth.login(ann.email, password);
    const token = await aResetToken(ann);

    expect(await hours(ann.userId, 'reset')).toBeCloseTo(1, 1);
    const { user } = await auth.resetPassword({ token, password: newPassword });

    expect(user).toMatchObject({ userId: ann.userId, emailVerified: true });
    for (const { refreshToken } of [ann, elsewhere])
      await expect(auth.refresh(refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
    expect(await auth.listSessions(ann.userId)).toEqual([]);
    await expect(auth.login(ann.email, password)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    const fresh = await auth.login(ann.email, newPassword);
    expect((await auth.refresh(fresh.refreshToken)).user).toMatchObject({ userId: ann.userId });
    await expect(auth.resetPassword({ token, password })).rejects.toMatchObject(invalidToken);
    expect(await mailOf(ann.userId, 'PASSWORD_CHANGED')).toBeDefined();
  });

  test('by one token in parallel succeeds once', async () => {
    const ann = await signedInAs();
    const token = await aResetToken(ann);

    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => auth.resetPassword({ token, password: `another horse ${index}` })),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('needs the newest token, unexpired', async () => {
    const ann = await signedInAs();
    const replaced = await aResetToken(ann);
    const token = await aResetToken(ann);

    await expect(auth.resetPassword({ token: replaced, password })).rejects.toMatchObject(invalidToken);
    await setExpiry(ann.userId, 'reset', new Date());
    await expect(auth.resetPassword({ token, password })).rejects.toMatchObject(invalidToken);
    expect((await auth.login(ann.email, password)).user).toMatchObject({ userId: ann.userId });
  });

  test('with a bad password leaves the token valid', async () => {
    const ann = await signedInAs();
    const token = await aResetToken(ann);

    for (const bad of ['short', 'password123'])
      await expect(auth.resetPassword({ token, password: bad })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: [{ path: 'password' }],
      });

    await auth.resetPassword({ token, password: newPassword });
  });

  test('is asked for in the same time whether or not the address has an account', async () => {
    const { email } = await signedInAs();
    const known = await medianMs(() => auth.requestPasswordReset({ email }));
    const unknown = await medianMs(() => auth.requestPasswordReset({ email: `${randomUUID()}@example.org` }));

    expect(Math.abs(known - unknown)).toBeLessThan(50);
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(240);
  });

  test('that was asked for while the password is changed is over', async () => {
    const ann = await signedInAs();
    const token = await aResetToken(ann);

    await auth.changePassword({ userId: ann.userId, password, newPassword });

    await expect(auth.resetPassword({ token, password })).rejects.toMatchObject(invalidToken);
  });
});

describe('a change of the password', () => {
  test('ends all sessions but the present one', async () => {
    const ann = await signedInAs();
    const other = await auth.login(ann.email, password);
    const [sessionId] = ann.refreshToken.split('.');

    await auth.changePassword({ userId: ann.userId, password, newPassword, sessionId: sessionId! });

    expect((await auth.refresh(ann.refreshToken)).user).toMatchObject({ userId: ann.userId });
    await expect(auth.refresh(other.refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
    expect((await auth.login(ann.email, newPassword)).user).toMatchObject({ userId: ann.userId });
  });

  test.each([2, -2])('on a replica whose clock is %i s ahead ends no session that begins after it', async (seconds) => {
    const ann = await signedInAs();
    const shifted = await system.start(shiftedClock(seconds));

    await shifted.changePassword({ userId: ann.userId, password, newPassword });
    const { refreshToken } = await auth.login(ann.email, newPassword);

    expect((await auth.refresh(refreshToken)).user).toMatchObject({ userId: ann.userId });
    await expect(auth.refresh(ann.refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
  });

  test('ends a session whose sign-in had checked the old password before', async () => {
    const ann = await signedInAs();
    const late = await auth.login(ann.email, password);
    await auth.changePassword({ userId: ann.userId, password, newPassword });
    await system.database
      .collection('refreshFamilies')
      .updateOne({ _id: late.refreshToken.split('.')[0] as never }, { $unset: { revokedAt: 1 } });

    await expect(auth.refresh(late.refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
  });

  test('is refused for a wrong password, and for a new one that is too common', async () => {
    const { userId, email } = await signedInAs();

    await expect(auth.changePassword({ userId, password: 'wrong', newPassword })).rejects.toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    await expect(auth.changePassword({ userId, password, newPassword: 'password123' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ path: 'newPassword' }],
    });
    expect((await auth.login(email, password)).user).toMatchObject({ userId });
  });
});

describe('an account', () => {
  test('is renamed, with a name that is none of a web address', async () => {
    const { userId } = await signedInAs();

    const { user } = await auth.renameAccount({ userId, name: '  Ann Lovelace ' });

    expect(user).toMatchObject({ userId, name: 'Ann Lovelace' });
    await expect(auth.renameAccount({ userId, name: 'http://evil.example' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ path: 'name', message: 'must not hold a web address' }],
    });
  });

  test('that is erased leaves nothing, and its address is free', async () => {
    const name = `Ann ${randomUUID()}`;
    const ann = await signedInAs({ name });
    await auth.login(ann.email, password, `browser of ${name}`);
    const pending = await mailOf(ann.userId, 'VERIFY_EMAIL');

    await expect(auth.eraseAccount({ userId: ann.userId, password: 'wrong' })).rejects.toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    await auth.eraseAccount({ userId: ann.userId, password });

    expect(await everything()).not.toMatch(new RegExp(`${name}|${ann.email}`, 'i'));
    await expect(auth.refresh(ann.refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
    await expect(auth.login(ann.email, password)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await expect(auth.getAccount({ userId: ann.userId })).rejects.toMatchObject(gone);
    expect(await auth.issueAccountMail({ mail: pending })).toMatchObject({ user: null, token: '', erased: true });
    const again = await signedInAs({ email: ann.email });
    expect(again.userId).not.toBe(ann.userId);
  });

  test('that is erased is told to the processor until it has forgotten it, and is then known by nobody', async () => {
    const { userId, refreshToken } = await signedInAs();
    await auth.eraseAccount({ userId, password });
    // As a sign-in does that had checked the password before.
    const [_id] = refreshToken.split('.');
    await system.database.collection('refreshFamilies').insertOne({
      _id: _id as never,
      userId: new mongo.ObjectId(userId),
      currentHash: 'x'.repeat(43),
      rotatedAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    });

    expect((await auth.listAccountEvents()).erasedUserIds).toContain(userId);
    expect((await auth.listAccountEvents()).erasedUserIds).toContain(userId);
    await auth.acknowledgeAccountEvents({ mails: [], erasedUserIds: [userId] });

    expect((await auth.listAccountEvents()).erasedUserIds).not.toContain(userId);
    expect(await everything()).not.toContain(userId);
  });
});

test('a pending mail is listed until it is acknowledged, and only the newest of its kind', async () => {
  const { userId, email } = await signedInAs();
  await auth.requestPasswordReset({ email });
  const first = await mailOf(userId, 'RESET_PASSWORD');
  await auth.requestPasswordReset({ email });
  const mails = await mailsOf(userId);

  expect(mails.map(({ kind }) => kind).sort()).toEqual([
    'ACCOUNT_MAIL_KIND_RESET_PASSWORD',
    'ACCOUNT_MAIL_KIND_VERIFY_EMAIL',
  ]);
  expect(mails).not.toContainEqual(first);
  expect(await auth.issueAccountMail({ mail: first })).toMatchObject({ user: null, token: '', erased: false });
  await auth.acknowledgeAccountEvents({ mails, erasedUserIds: [] });
  await auth.acknowledgeAccountEvents({ mails, erasedUserIds: [] });

  expect(await mailsOf(userId)).toEqual([]);
  // It was recorded elsewhere, and gets its token when it is sent.
  const reset = mails.find(({ kind }) => kind === 'ACCOUNT_MAIL_KIND_RESET_PASSWORD')!;
  expect((await auth.issueAccountMail({ mail: reset })).token).not.toBe('');
});

test('a mail that is sent twice after a crash carries two tokens: both work, but only once', async () => {
  const ann = await signedInAs();
  await auth.requestPasswordReset({ email: ann.email });
  const mail = await mailOf(ann.userId, 'RESET_PASSWORD');
  const [first, second] = [await auth.issueAccountMail({ mail }), await auth.issueAccountMail({ mail })];

  await auth.resetPassword({ token: first.token, password: newPassword });

  await expect(auth.resetPassword({ token: second.token, password })).rejects.toMatchObject(invalidToken);
});

test('tokens are stored as hashes only', async () => {
  const ann = await signedInAs();
  const tokens = [await aResetToken(ann), await tokenOf(ann.userId, 'VERIFY_EMAIL')];
  const stored = await everything();

  for (const token of tokens) expect(stored).not.toContain(token);
  expect(stored).toContain(ann.email);
});

test('the access token says whether the address is verified, from the next refresh on', async () => {
  const ann = await signedInAs();
  await auth.verifyEmail({ token: await tokenOf(ann.userId, 'VERIFY_EMAIL') });
  const { accessToken } = await auth.refresh(ann.refreshToken);

  const verified = [ann.accessToken, accessToken].map(
    (token) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())['email_verified'] as unknown,
  );
  expect(verified).toEqual([false, true]);
});

test('a mail to admins names those who are admins when it is sent', async () => {
  const [ann, bob] = [await signedInAs(), await signedInAs()];
  await system.command('admin-grant', [ann.email]);
  const issueTo = (userId: string) =>
    auth.issueAccountMail({ mail: { mailId: randomUUID(), userId, kind: 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED' } });

  expect(await auth.listAdmins()).toEqual([ann.userId]);
  expect(await issueTo(ann.userId)).toMatchObject({ user: { email: ann.email }, token: '', erased: false });
  expect(await issueTo(bob.userId)).toMatchObject({ user: null, token: '', erased: false });
  expect(await issueTo('0'.repeat(24))).toMatchObject({ user: null, token: '', erased: true });

  await system.command('admin-revoke', [ann.email]);
  expect(await auth.listAdmins()).toEqual([]);
  expect(await issueTo(ann.userId)).toMatchObject({ user: null, erased: false });
});

/** The whole database, as text. */
async function everything(): Promise<string> {
  const collections = ['users', 'refreshFamilies', 'erasures'];
  const documents = await Promise.all(collections.map((name) => system.database.collection(name).find().toArray()));
  return JSON.stringify(documents);
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 7; count += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((left, right) => left - right)[3]!;
}
