import type { User } from '../domain/user';
import { createRegisterUser, type RegisterUserNeeds } from './register-user';

const at = new Date('2026-11-01T12:00:00Z');
const account = { name: 'Ann', email: 'Ann@Example.org', password: 'correct horse', userAgent: 'a browser' };

const aRegistration = (changes: Partial<RegisterUserNeeds['users']> = {}) => {
  const seen = { hashed: [] as string[], inserted: [] as User[] };
  const registerUser = createRegisterUser({
    users: {
      findByEmail: () => Promise.resolve(undefined),
      insert: (user) => {
        seen.inserted.push(user);
        return Promise.resolve(true);
      },
      ...changes,
    },
    hashPassword: (password) => {
      seen.hashed.push(password);
      return Promise.resolve('hash');
    },
    openSession: (user) =>
      Promise.resolve({ user, accessToken: 'access', refreshToken: 'refresh', refreshExpiresInSeconds: 60 }),
    newId: () => '65a000000000000000000001',
    now: () => at,
  });
  return { registerUser, seen };
};

test('a new account is stored with a hash for its password, is no admin, and is signed in', async () => {
  const { registerUser, seen } = aRegistration();

  const session = await registerUser(account);

  const user = {
    userId: '65a000000000000000000001',
    name: 'Ann',
    email: 'Ann@Example.org',
    passwordHash: 'hash',
    role: 'user',
    createdAt: at,
  };
  expect(seen).toEqual({ hashed: ['correct horse'], inserted: [user] });
  expect(session).toEqual({ user, accessToken: 'access', refreshToken: 'refresh', refreshExpiresInSeconds: 60 });
});

test('an address that has an account is refused before its password is hashed', async () => {
  const { registerUser, seen } = aRegistration({ findByEmail: () => Promise.resolve({} as User) });

  await expect(registerUser(account)).rejects.toMatchObject({ kind: 'ALREADY_EXISTS', code: 'EMAIL_TAKEN' });

  expect(seen).toEqual({ hashed: [], inserted: [] });
});

test('of two who register an address at once the one whose insert loses is refused', async () => {
  const { registerUser } = aRegistration({ insert: () => Promise.resolve(false) });

  await expect(registerUser(account)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
});

test('an invalid account is neither looked up nor stored', async () => {
  const { registerUser, seen } = aRegistration();

  await expect(registerUser({ ...account, password: 'short' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });

  expect(seen).toEqual({ hashed: [], inserted: [] });
});
