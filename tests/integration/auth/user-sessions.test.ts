import { randomUUID } from 'node:crypto';
import { decode, type JwtPayload } from 'jsonwebtoken';
import { mongo } from 'mongoose';
import { fromTimestamp } from '@orders/shared/timestamp';
import { anAuthSystem, type AuthSystem, type Replica } from './auth-system';

const password = 'correct horse';
const invalidToken = { code: 'INVALID_REFRESH_TOKEN' };
let system: AuthSystem;
let auth: Replica;

beforeAll(async () => {
  system = await anAuthSystem();
  auth = await system.start();
});
afterAll(() => system.stop());

const anAccount = () => auth.register({ name: 'Ann', email: `${randomUUID()}@example.org`, password });
const sessionIdOf = ({ accessToken }: { accessToken: string }) => (decode(accessToken) as JwtPayload)['sid'] as string;
const refresh = ({ refreshToken }: { refreshToken: string }) => auth.refresh(refreshToken);

test('the sessions of a user are listed, last used first, with what signed in and when', async () => {
  const first = await anAccount();
  const { userId, email } = first.user!;
  const second = await auth.login(email, password, 'a browser');
  await anAccount();
  const renewed = await refresh(first);

  const sessions = await auth.listSessions(userId);

  expect(sessionIdOf(renewed)).toBe(sessionIdOf(first));
  expect(sessions.map(({ sessionId, userAgent }) => [sessionId, userAgent])).toEqual([
    [sessionIdOf(first), ''],
    [sessionIdOf(second), 'a browser'],
  ]);
  const [created, used] = [sessions[0]!.createdAt, sessions[0]!.lastUsedAt].map((at) => fromTimestamp(at)!.getTime());
  expect(created).toBeLessThan(used!);
  expect(Date.now() - used!).toBeLessThan(60_000);
});

test('a long user agent is cut, not refused', async () => {
  const { user } = await anAccount();
  await auth.login(user!.email, password, 'x'.repeat(5_000));

  const [session] = await auth.listSessions(user!.userId);

  expect(session!.userAgent).toBe('x'.repeat(256));
});

test('one session is ended, and the others go on', async () => {
  const ended = await anAccount();
  const { userId, email } = ended.user!;
  const other = await auth.login(email, password);
  const request = { userId, sessionId: sessionIdOf(ended) };

  await auth.endSession(request);

  await expect(refresh(ended)).rejects.toMatchObject(invalidToken);
  await expect(auth.endSession(request)).rejects.toMatchObject({ kind: 'NOT_FOUND', code: 'NOT_FOUND' });
  expect(await refresh(other)).toMatchObject({ user: { userId } });
  expect(await auth.listSessions(userId)).toMatchObject([{ sessionId: sessionIdOf(other) }]);
});

test.each([
  ['of somebody else', async () => sessionIdOf(await anAccount())],
  ['that does not exist', () => Promise.resolve('f'.repeat(22))],
  ['with an id that is none', () => Promise.resolve('{"$gt":""}')],
])('a session %s is not found', async (_what, sessionId) => {
  const { user } = await anAccount();

  const ended = auth.endSession({ userId: user!.userId, sessionId: await sessionId() });

  await expect(ended).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('all sessions of a user are ended, and those of no other user', async () => {
  const first = await anAccount();
  const second = await auth.login(first.user!.email, password);
  const stranger = await anAccount();

  await auth.endAllSessions({ userId: first.user!.userId });
  await auth.endAllSessions({ userId: first.user!.userId });

  for (const session of [first, second]) await expect(refresh(session)).rejects.toMatchObject(invalidToken);
  expect(await auth.listSessions(first.user!.userId)).toEqual([]);
  expect(await refresh(stranger)).toMatchObject({ user: stranger.user });
});

test('an expired session is neither listed nor ended', async () => {
  const session = await anAccount();
  const { userId } = session.user!;
  await system.database
    .collection('refreshFamilies')
    .updateOne({ userId: new mongo.ObjectId(userId) }, { $set: { expiresAt: new Date(Date.now() - 1_000) } });

  expect(await auth.listSessions(userId)).toEqual([]);
  await expect(auth.endSession({ userId, sessionId: sessionIdOf(session) })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
});
