import { createFamilyStore } from '@orders/auth/store/family-store';
import { authCollections, refreshFamilies, type FamilyDocument } from '@orders/auth/store/schemas';
import { hashToken, newFamilyId, newSecret } from '@orders/auth/tokens/issue-tokens';
import { createLogout, createOpenSession, createRefreshSession } from '@orders/auth/use-cases/sessions';
import { validateStored } from '@orders/shared/collection';
import type { mongo } from 'mongoose';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const user = {
  userId: '65a000000000000000000001',
  name: 'Ann',
  email: 'ann@example.org',
  emailVerified: false,
  passwordHash: 'hash',
  role: 'user' as const,
  createdAt: new Date(),
};
const invalidToken = { code: 'INVALID_REFRESH_TOKEN' };
const second = 1_000;
const day = 86_400 * second;
let database: TestDatabase;
let time: number;

beforeAll(async () => {
  database = await createTestDatabase('refresh_grace', authCollections);
});
beforeEach(() => {
  time = Date.now();
  found = user;
});
afterAll(async () => {
  for (const document of await stored().find().toArray()) await validateStored(refreshFamilies, document);
  await database.drop();
});

const stored = () => database.mongo.collection(refreshFamilies);
let found: typeof user | undefined;
const needs = () => ({
  users: { find: () => Promise.resolve(found) },
  families: createFamilyStore(database.mongo),
  signAccessToken: () => 'access',
  newFamilyId,
  newSecret,
  hashToken,
  countRefresh: () => undefined,
  now: () => new Date(time),
});
const refresh = async (token: string) => (await createRefreshSession(needs())(token)).refreshToken;
const open = async () => (await createOpenSession(needs())(user, { userAgent: 'a browser' })).refreshToken;
const familyOf = (token: string) => stored().findOne({ _id: token.slice(0, 22) });
const refreshAtOnce = (tokens: string[]) => Promise.all(tokens.map(refresh));

test('of 20 refreshes with one token at once each gets a pair of its own, and all pairs stay good', async () => {
  const token = await open();

  const pairs = await refreshAtOnce(Array.from({ length: 20 }, () => token));
  time += 60 * second;
  const next = await refreshAtOnce(pairs);

  expect(new Set([token, ...pairs, ...next]).size).toBe(41);
  expect(await familyOf(token)).not.toHaveProperty('revokedAt');
});

test('a token repeated 10 s after its first use is good, however often it was repeated, and later revokes all', async () => {
  const token = await open();
  const first = await refresh(token);
  time += 9 * second;
  const repeated = await refresh(token);
  time += second;
  const last = await refresh(token);
  time += 1;

  await expect(refresh(token)).rejects.toMatchObject(invalidToken);

  for (const other of [first, repeated, last]) await expect(refresh(other)).rejects.toMatchObject(invalidToken);
  expect(await familyOf(token)).toMatchObject({ revokedAt: new Date(time) });
});

test('each of two pairs goes on by itself, and a spent token of either still ends both', async () => {
  const token = await open();
  const [one, other] = await refreshAtOnce([token, token]);
  const oneAfter = await refresh(one!);
  time += 60 * second;
  const otherAfter = await refresh(await refresh(other!));

  await expect(refresh(one!)).rejects.toMatchObject(invalidToken);

  for (const after of [oneAfter, otherAfter]) await expect(refresh(after)).rejects.toMatchObject(invalidToken);
});

test('a pair that got lost expires 30 days after it was issued, and ends nothing then', async () => {
  const token = await open();
  const lost = await refresh(token);
  const kept = await refresh(token);
  time += 29 * day;
  const later = await refresh(kept);
  time += day;

  await expect(refresh(lost)).rejects.toMatchObject(invalidToken);

  expect(await refresh(later)).toEqual(expect.any(String));
});

test('the document stays small however often tokens are used and repeated', async () => {
  const token = await open();
  const pairs = await refreshAtOnce(Array.from({ length: 150 }, () => token));
  const family = await familyOf(token);
  const newest = pairs.find((pair) => hashToken(pair) === family?.currentHash);
  time += 61 * second;
  await refresh(newest!);

  expect(family).toMatchObject({ otherTokens: { length: 100 }, spentTokens: { length: 1 } });
  expect(await familyOf(token)).toMatchObject({ spentTokens: [{ hash: hashToken(newest!) }] });
});

test('a session ends 90 days after its sign-in, however often it is used', async () => {
  let token = await open();
  for (let days = 0; days < 87; days += 29) {
    time += 29 * day;
    token = await refresh(token);
  }
  expect(await familyOf(token)).toMatchObject({ expiresAt: new Date(time + 3 * day) });
  time += 3 * day;

  await expect(refresh(token)).rejects.toMatchObject(invalidToken);
});

test('whoever knows only the id of a session cannot end it, and any of its former tokens does', async () => {
  const token = await open();
  const next = await refresh(token);
  const madeUp = `${token.slice(0, 22)}.${newSecret()}`;
  time += 3_600 * second;

  await expect(refresh(madeUp)).rejects.toMatchObject(invalidToken);
  await createLogout(needs())(madeUp);
  const last = await refresh(await refresh(next));
  await expect(refresh(token)).rejects.toMatchObject(invalidToken);

  await expect(refresh(last)).rejects.toMatchObject(invalidToken);
});

test('a session that begins once its user is erased is not kept', async () => {
  const before = await stored().countDocuments();
  found = undefined;

  await expect(open()).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });

  expect(await stored().countDocuments()).toBe(before);
});

describe('with the previous version beside this one', () => {
  test('a family that it made is refreshed, and repeats are allowed from then on', async () => {
    const token = await open();
    await stored().updateOne(
      { _id: token.slice(0, 22) },
      { $unset: { otherTokens: 1, spentTokens: 1, createdAt: 1, userAgent: 1 } },
    );

    const pairs = await refreshAtOnce([token, token]);

    expect(await refreshAtOnce(pairs)).toHaveLength(2);
    expect(await familyOf(token)).toMatchObject({ createdAt: new Date(time) });
  });

  test('the newest pair of a family is good there, and all pairs are good here afterwards', async () => {
    const token = await open();
    const older = await refresh(token);
    const newest = await refresh(token);
    const next = `${token.slice(0, 22)}.${newSecret()}`;

    expect(await refreshAsBefore(newest, next)).toBe(1);

    expect(await refreshAtOnce([older, next])).toHaveLength(2);
  });

  test('a token that it has issued is known as stolen afterwards', async () => {
    const token = await open();
    const issuedThere = `${token.slice(0, 22)}.${newSecret()}`;
    expect(await refreshAsBefore(token, issuedThere)).toBe(1);
    const later = await refresh(issuedThere);
    time += 3_600 * second;

    await refresh(later);
    await expect(refresh(issuedThere)).rejects.toMatchObject(invalidToken);

    expect(await familyOf(token)).toMatchObject({ revokedAt: new Date(time) });
  });
});

/** The write of the previous version; the number of documents that it changed. */
async function refreshAsBefore(from: string, to: string): Promise<number> {
  const at = new Date(time);
  const families: mongo.Collection<FamilyDocument> = stored();
  const { modifiedCount } = await families.updateOne(
    { _id: from.slice(0, 22), currentHash: hashToken(from), expiresAt: { $gt: at }, revokedAt: { $exists: false } },
    { $set: { currentHash: hashToken(to), rotatedAt: at, expiresAt: new Date(time + 30 * day) } },
  );
  return modifiedCount;
}
