import { checkNewAccount } from './user';

const sound = { name: 'Ann', email: 'ann@example.org', password: 'correct horse' };

test.each([
  ['sound values', sound],
  ['the longest password', { ...sound, password: 'x'.repeat(128) }],
  ['128 letters outside the basic plane', { ...sound, password: '\u{1f511}'.repeat(128) }],
])('an account with %s may be made', (_what, account) => {
  expect(() => checkNewAccount(account)).not.toThrow();
});

test.each([
  ['name', { ...sound, name: '' }],
  ['name', { ...sound, name: 'x'.repeat(101) }],
  ['email', { ...sound, email: 'ann' }],
  ['email', { ...sound, email: 'ann @example.org' }],
  ['email', { ...sound, email: `${'x'.repeat(254)}@example.org` }],
  ['password', { ...sound, password: 'seven77' }],
  ['password', { ...sound, password: 'x'.repeat(129) }],
])('a bad %s is refused by its name', (path, account) => {
  expect(refusalOf(account)).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ path }] });
});

test('every problem is told at once', () => {
  const { details } = refusalOf({ name: '', email: 'x@y', password: '' });

  expect(details).toMatchObject([{ path: 'name' }, { path: 'password' }]);
});

function refusalOf(account: typeof sound): { code?: string; details?: unknown } {
  try {
    checkNewAccount(account);
  } catch (error) {
    return error as { code: string; details: unknown };
  }
  throw new Error('the account was not refused');
}
