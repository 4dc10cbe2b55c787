import type { User } from '../domain/user';
import { createLoginUser, type LoginUserNeeds } from './login-user';

const at = new Date('2026-11-01T12:00:00Z');
const ann: User = {
  userId: '65a000000000000000000001',
  name: 'Ann',
  email: 'ann@example.org',
  emailVerified: true,
  passwordHash: 'old hash',
  role: 'user',
  createdAt: at,
};

const userAgent = 'a browser';

const aLogin = (changes: Partial<LoginUserNeeds['passwords']> = {}) => {
  const verified: (string | undefined)[] = [];
  const seen = { verified, replaced: [] as unknown[], counted: [] as string[], pausedUntil: [] as Date[] };
  const loginUser = createLoginUser({
    users: {
      findByEmail: (email) => Promise.resolve(email === ann.email ? ann : undefined),
      replaceHash: (change) => {
        seen.replaced.push(change);
        return Promise.resolve();
      },
    },
    passwords: {
      hash: (password) => Promise.resolve(`new hash of ${password}`),
      verify: (password, hash) => {
        verified.push(hash);
        return Promise.resolve(password === 'right' && hash !== undefined);
      },
      longestCheckMs: () => 300,
      isOutdated: () => false,
      ...changes,
    },
    openSession: (user) =>
      Promise.resolve({ user, accessToken: 'access', refreshToken: 'refresh', refreshExpiresInSeconds: 60 }),
    countLogin: (outcome) => seen.counted.push(outcome),
    warn: () => undefined,
    now: () => at,
    pauseUntil: (time) => {
      seen.pausedUntil.push(time);
      return Promise.resolve();
    },
  });
  return { loginUser, seen };
};

test('the right password opens a session and leaves a current hash unchanged', async () => {
  const { loginUser, seen } = aLogin();

  const session = await loginUser({ email: ann.email, password: 'right', userAgent });

  expect(session).toEqual({ user: ann, accessToken: 'access', refreshToken: 'refresh', refreshExpiresInSeconds: 60 });
  expect(seen).toMatchObject({ counted: ['success'], replaced: [], pausedUntil: [] });
});

test('an unknown address is answered like a wrong password: one check, one pause, the same words', async () => {
  const wrong = aLogin();
  const unknown = aLogin();

  const refusals = await Promise.all([
    wrong.loginUser({ email: ann.email, password: 'wrong', userAgent }).catch((error: unknown) => error),
    unknown.loginUser({ email: 'nobody@example.org', password: 'right', userAgent }).catch((error: unknown) => error),
  ]);

  expect(refusals[0]).toMatchObject({ kind: 'UNAUTHENTICATED', code: 'INVALID_CREDENTIALS' });
  expect(String(refusals[1])).toBe(String(refusals[0]));
  expect(wrong.seen.verified).toEqual(['old hash']);
  expect(unknown.seen.verified).toStrictEqual([undefined]);
  expect(unknown.seen.pausedUntil).toEqual([new Date(at.getTime() + 300)]);
  expect(unknown.seen.pausedUntil).toEqual(wrong.seen.pausedUntil);
  expect(wrong.seen.counted).toEqual(['rejected']);
});

test('an outdated hash is replaced once the password has proven right, and not before', async () => {
  const { loginUser, seen } = aLogin({ isOutdated: () => true });

  await expect(loginUser({ email: ann.email, password: 'wrong', userAgent })).rejects.toThrow();
  expect(seen.replaced).toEqual([]);
  await loginUser({ email: ann.email, password: 'right', userAgent });

  expect(seen.replaced).toEqual([{ userId: ann.userId, from: 'old hash', to: 'new hash of right' }]);
});

test('a login succeeds even when its hash cannot be upgraded now', async () => {
  const { loginUser } = aLogin({ isOutdated: () => true, hash: () => Promise.reject(new Error('too many')) });

  const session = await loginUser({ email: ann.email, password: 'right', userAgent });

  expect(session.user).toBe(ann);
});

test('a password that could not be checked does not count as wrong', async () => {
  const { loginUser, seen } = aLogin({ verify: () => Promise.reject(new Error('too many')) });

  await expect(loginUser({ email: ann.email, password: 'right', userAgent })).rejects.toThrow('too many');

  expect(seen.counted).toEqual(['error']);
});
