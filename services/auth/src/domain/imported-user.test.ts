import { importUser, type SourceUser } from './imported-user';

const hash = `$2b$10$${'a'.repeat(53)}`;
const source: SourceUser = {
  userId: '65a000000000000000000001',
  hasObjectId: true,
  createdAt: new Date('2024-01-11T00:00:00Z'),
  name: 'Ann',
  email: 'Ann@Example.org',
  password: hash,
};

test('an account keeps its id, its address as typed, its password and its age, and is no admin', () => {
  expect(importUser(source)).toEqual({
    user: {
      userId: source.userId,
      name: 'Ann',
      emailVerified: false,
      email: 'Ann@Example.org',
      passwordHash: hash,
      role: 'user',
      createdAt: source.createdAt,
    },
  });
});

test.each(['$2a$', '$2b$', '$2y$'])('a %s hash is taken', (prefix) => {
  expect(importUser({ ...source, password: hash.replace('$2b$', prefix) })).toHaveProperty('user');
});

test('an account without a name is taken: it can sign in', () => {
  expect(importUser({ ...source, name: undefined })).toMatchObject({ user: { name: '' } });
});

test.each<[string, Partial<SourceUser>, string]>([
  ['id of another type', { hasObjectId: false }, 'its id is not an ObjectId'],
  ['address that is no text', { email: { $gt: '' } }, 'it has no e-mail address'],
  ['empty address', { email: '' }, 'it has no e-mail address'],
  ['missing password', { password: undefined }, 'it has no password'],
  ['password in the clear', { password: 'secret' }, 'its password is not a bcrypt hash'],
  [
    'hash that takes seconds',
    { password: hash.replace('$10$', '$15$') },
    'its bcrypt cost is 15; at most 14 is accepted',
  ],
])('an account with an %s is refused with the reason', (_what, change, reason) => {
  expect(importUser({ ...source, ...change })).toEqual({ reason });
});

test('a link in a name is left out', () => {
  expect(importUser({ ...source, name: 'Ann http://evil.example' })).toMatchObject({ user: { name: 'Ann' } });
});
