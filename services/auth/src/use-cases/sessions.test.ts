import type { RefreshFamily } from '../domain/session';
import type { User } from '../domain/user';
import { createLogout, createRefreshSession, type Rotation, type SessionsNeeds } from './sessions';

const at = new Date('2026-11-01T12:00:00Z');
const thirtyDaysLater = new Date('2026-12-01T12:00:00Z');
const familyId = 'f'.repeat(22);
const token = `${familyId}.${'1'.repeat(43)}`;
const nextToken = `${familyId}.${'1'.repeat(21)}${'2'.repeat(22)}`;
const madeUpToken = `${familyId}.${'3'.repeat(43)}`;
const commonHash = `hash of ${'1'.repeat(21)}`;
const admin: User = {
  userId: '65a000000000000000000001',
  name: 'Ann',
  email: 'ann@example.org',
  emailVerified: true,
  passwordHash: 'hash',
  role: 'admin',
  createdAt: at,
};
const family: RefreshFamily = {
  familyId,
  userId: admin.userId,
  createdAt: at,
  userAgent: 'a browser',
  currentHash: `hash of ${token}`,
  rotatedAt: at,
  otherTokens: [],
  spentTokens: [],
  commonHash,
  expiresAt: thirtyDaysLater,
};

/** The token is spent, and another one issued, so many seconds ago. */
const spentBefore = (seconds: number): RefreshFamily => ({
  ...family,
  currentHash: 'another',
  spentTokens: [{ hash: `hash of ${token}`, spentAt: new Date(at.getTime() - seconds * 1_000) }],
});

/** Each read of the family gets the next of `reads`, the last one again and again. */
const aRefresh = (changes: { users?: SessionsNeeds['users']; reads?: RefreshFamily[]; isAlive?: boolean } = {}) => {
  const { reads = [family], isAlive = true } = changes;
  let next = 0;
  const seen = { rotations: [] as Rotation[], revoked: [] as string[], counted: [] as string[] };
  const needs: SessionsNeeds = {
    users: changes.users ?? { find: () => Promise.resolve(admin) },
    families: {
      findOfUser: () => Promise.resolve([]),
      revokeOfUser: () => Promise.resolve(true),
      revokeAllOfUser: () => Promise.resolve(0),
      insert: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      find: (id) => Promise.resolve(id === familyId ? reads[Math.min(next++, reads.length - 1)] : undefined),
      rotate: (rotation) => {
        seen.rotations.push(rotation);
        return Promise.resolve(next >= reads.length);
      },
      revoke: (id) => {
        seen.revoked.push(id);
        return Promise.resolve(isAlive);
      },
    },
    newFamilyId: () => familyId,
    signAccessToken: ({ role }) => `access token of an ${role}`,
    newSecret: () => '2'.repeat(43),
    hashToken: (text) => `hash of ${text}`,
    countRefresh: (outcome) => seen.counted.push(outcome),
    now: () => at,
  };
  return { refreshSession: createRefreshSession(needs), logout: createLogout(needs), seen };
};

test('a valid token is exchanged for a new pair that is valid for 30 days and carries the current role', async () => {
  const { refreshSession, seen } = aRefresh();

  const session = await refreshSession(token);

  expect(session).toEqual({
    user: admin,
    accessToken: 'access token of an admin',
    refreshToken: nextToken,
    refreshExpiresInSeconds: 2_592_000,
  });
  const from = { hash: `hash of ${token}`, commonHash };
  expect(seen.rotations).toEqual([
    { familyId, from, use: 'first', to: `hash of ${nextToken}`, at, expiresAt: thirtyDaysLater },
  ]);
  expect(seen).toMatchObject({ revoked: [], counted: ['success'] });
});

test('a session ends 90 days after its sign-in, however lately it was used', async () => {
  const signedIn = (days: number) => ({ ...family, createdAt: new Date(at.getTime() - days * 86_400_000) });
  const late = aRefresh({ reads: [signedIn(89)] });
  const over = aRefresh({ reads: [signedIn(90)] });

  expect(await late.refreshSession(token)).toMatchObject({ refreshExpiresInSeconds: 86_400 });
  await expect(over.refreshSession(token)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });

  expect(late.seen.rotations).toMatchObject([{ expiresAt: new Date('2026-11-02T12:00:00Z') }]);
  expect(over.seen).toMatchObject({ rotations: [], revoked: [], counted: ['rejected'] });
});

test('a token that was spent within the grace is exchanged too, and counted as repeated', async () => {
  const { refreshSession, seen } = aRefresh({ reads: [spentBefore(10)] });

  expect(await refreshSession(token)).toMatchObject({ refreshToken: nextToken });

  expect(seen).toMatchObject({ rotations: [{ use: 'repeated' }], revoked: [], counted: ['repeated'] });
});

test('a token that another request spends between reading and writing is repeated', async () => {
  const { refreshSession, seen } = aRefresh({ reads: [family, spentBefore(0)] });

  expect(await refreshSession(token)).toMatchObject({ refreshToken: nextToken });

  expect(seen.rotations.map(({ use }) => use)).toEqual(['first', 'repeated']);
  expect(seen.counted).toEqual(['repeated']);
});

test('a token that was spent before the grace revokes its family', async () => {
  const { refreshSession, seen } = aRefresh({ reads: [spentBefore(10.001)] });

  await expect(refreshSession(token)).rejects.toMatchObject({ kind: 'UNAUTHENTICATED', code: 'INVALID_REFRESH_TOKEN' });

  expect(seen).toMatchObject({ rotations: [], revoked: [familyId], counted: ['reused'] });
});

test('a made-up token of a family is rejected, and revokes nothing', async () => {
  const { refreshSession, logout, seen } = aRefresh();

  await expect(refreshSession(madeUpToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
  await logout(madeUpToken);

  expect(seen).toMatchObject({ rotations: [], revoked: [], counted: ['rejected'] });
});

test('any token that a family ever had ends its session', async () => {
  const { logout, seen } = aRefresh();

  for (const former of [token, nextToken]) await logout(former);

  expect(seen.revoked).toEqual([familyId, familyId]);
});

test('a token of a revoked family is rejected, and does not count as reused', async () => {
  const { refreshSession, seen } = aRefresh({ reads: [{ ...spentBefore(60), revokedAt: at }] });

  await expect(refreshSession(token)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });

  expect(seen).toMatchObject({ revoked: [], counted: ['rejected'] });
});

test('of many reuses at once only the one that revokes the family counts', async () => {
  const { refreshSession, seen } = aRefresh({ reads: [spentBefore(60)], isAlive: false });

  await expect(refreshSession(token)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });

  expect(seen.counted).toEqual(['rejected']);
});

test('the family of a deleted user is revoked without a new token', async () => {
  const { refreshSession, seen } = aRefresh({ users: { find: () => Promise.resolve(undefined) } });

  await expect(refreshSession(token)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });

  expect(seen).toMatchObject({ rotations: [], revoked: [familyId] });
});

test('a token is not used up when the user cannot be looked up', async () => {
  const { refreshSession, seen } = aRefresh({ users: { find: () => Promise.reject(new Error('database away')) } });

  await expect(refreshSession(token)).rejects.toThrow('database away');

  expect(seen).toMatchObject({ rotations: [], revoked: [] });
});

test.each([
  ['no token', 'nonsense'],
  ['a token of an unknown family', `${'g'.repeat(22)}.${'1'.repeat(43)}`],
])('%s is rejected and revokes nothing', async (_what, text) => {
  const { refreshSession, seen } = aRefresh();

  await expect(refreshSession(text)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });

  expect(seen).toMatchObject({ rotations: [], revoked: [], counted: ['rejected'] });
});

test.each([
  ['began before', { at: new Date(at.getTime() + 1) }, 'rejected'],
  ['began after', { at: new Date(at.getTime() - 1) }, 'success'],
  ['was kept by', { at: new Date(at.getTime() + 1), except: familyId }, 'success'],
])('a session that %s a change of the password', async (_, sessionsEnded, outcome) => {
  const { refreshSession, seen } = aRefresh({ users: { find: () => Promise.resolve({ ...admin, sessionsEnded }) } });

  await refreshSession(token).catch(() => undefined);

  expect(seen.counted).toEqual([outcome]);
});

const [earlier, later] = [-1, 1].map((ms) => new Date(at.getTime() + ms)) as [Date, Date];

test.each<[string, Partial<RefreshFamily>, NonNullable<User['sessionsEnded']>, string]>([
  [
    'that had been seen ends nothing, by whatever clock',
    { seenChangeId: 'a' },
    { at: later, changeId: 'a' },
    'success',
  ],
  [
    'that had not been seen ends it, by whatever clock',
    { seenChangeId: '' },
    { at: earlier, changeId: 'a' },
    'rejected',
  ],
  ['after another ends it', { seenChangeId: 'a' }, { at: earlier, changeId: 'b' }, 'rejected'],
  ['made in it keeps it', { seenChangeId: '' }, { at: later, changeId: 'a', except: familyId }, 'success'],
  ['made in another ends it', { seenChangeId: '' }, { at: earlier, changeId: 'b', except: 'another' }, 'rejected'],
  ['by an earlier version ends it by the clock', { seenChangeId: 'a' }, { at: later }, 'rejected'],
  ['by an earlier version before it ends nothing', { seenChangeId: 'a' }, { at: earlier }, 'success'],
  ['ends one of an earlier version by the clock', {}, { at: later, changeId: 'a' }, 'rejected'],
  ['before one of an earlier version ends nothing', {}, { at: earlier, changeId: 'a' }, 'success'],
])('for a session a change of the password %s', async (_, facts, sessionsEnded, outcome) => {
  const { refreshSession, seen } = aRefresh({
    users: { find: () => Promise.resolve({ ...admin, sessionsEnded }) },
    reads: [{ ...family, ...facts }],
  });

  await refreshSession(token).catch(() => undefined);

  expect(seen.counted).toEqual([outcome]);
});
