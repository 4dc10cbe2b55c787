import type { User } from '../domain/user';
import { createRegisterUser, type RegisterUserNeeds } from './register-user';

const at = new Date('2026-11-01T12:00:00Z');
const account = { name: 'Ann', email: 'Ann@Example.org', password: 'correct horse', userAgent: 'a browser' };

const aRegistration = (changes: Partial<RegisterUserNeeds['users']> = {}) => {
  const seen = { hashed: [] as string[], inserted: [] as User[], mails: [] as string[] };
  const registerUser = createRegisterUser({
    users: {
      findByEmail: () => Promise.resolve(undefined),
      insert: (user, mailId) => {
        seen.inserted.push(user);
        seen.mails.push(mailId);
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
    isCommonPassword: (password) => password === 'password123',
    newId: () => '65a000000000000000000001',
    newMailId: () => 'mail 1',
    now: () => at,
  });
  return { registerUser, seen };
};

test('a new account is stored with a hash and a mail to verify its address, is no admin, and is signed in', async () => {
  const { registerUser, seen } = aRegistration();

  const session = await registerUser(account);

  const user = {
    userId: '65a000000000000000000001',
    name: 'Ann',
    email: 'Ann@Example.org',
    emailVerified: false,
    passwordHash: 'hash',
    role: 'user',
    createdAt: at,
  };
  expect(seen).toEqual({ hashed: ['correct horse'], inserted: [user], mails: ['mail 1'] });
  expect(session).toEqual({ user, accessToken: 'access', refreshToken: 'refresh', refreshExpiresInSeconds: 60 });
});

test('an address that has an account is refused before its password is hashed', async () => {
  const { registerUser, seen } = aRegistration({ findByEmail: () => Promise.resolve({} as User) });

  await expect(registerUser(account)).rejects.toMatchObject({ kind: 'ALREADY_EXISTS', code: 'EMAIL_TAKEN' });

  expect(seen).toEqual({ hashed: [], inserted: [], mails: [] });
});

test('of two who register an address at once the one whose insert loses is refused', async () => {
  const { registerUser } = aRegistration({ insert: () => Promise.resolve(false) });

  await expect(registerUser(account)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
});

test('a name is stored in composed letters', async () => {
  const { registerUser, seen } = aRegistration();

  await registerUser({ ...account, name: 'Zoe\u0308' });

  expect(seen.inserted).toMatchObject([{ name: 'Zo\u00eb' }]);
});

test('a common password is refused', async () => {
  const { registerUser } = aRegistration();

  await expect(registerUser({ ...account, password: 'password123' })).rejects.toMatchObject({
    details: [{ path: 'password', message: 'is one of the most common passwords; choose another one' }],
  });
});

test('an invalid account is neither looked up nor stored', async () => {
  const { registerUser, seen } = aRegistration();

  await expect(registerUser({ ...account, password: 'short' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });

  expect(seen).toEqual({ hashed: [], inserted: [], mails: [] });
});
