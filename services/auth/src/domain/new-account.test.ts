import { checkName, checkNewAccount, checkPassword } from './user';

const isCommon = (password: string) => password === 'password123';

const sound = { name: 'Ann', email: 'ann@example.org', password: 'correct horse' };

test.each([
  ['sound values', sound],
  ['the longest password', { ...sound, password: 'x'.repeat(128) }],
  ['128 letters outside the basic plane', { ...sound, password: '\u{1f511}'.repeat(128) }],
])('an account with %s may be made', (_what, account) => {
  expect(() => checkNewAccount(account, isCommon)).not.toThrow();
});

test.each([
  ['name', { ...sound, name: '' }],
  ['name', { ...sound, name: 'x'.repeat(101) }],
  ['email', { ...sound, email: 'ann' }],
  ['email', { ...sound, email: 'ann @example.org' }],
  ['email', { ...sound, email: `${'x'.repeat(254)}@example.org` }],
  ['name', { ...sound, name: 'Win at https://evil.example' }],
  ['password', { ...sound, password: 'seven77' }],
  ['password', { ...sound, password: 'password123' }],
  ['password', { ...sound, password: 'x'.repeat(129) }],
])('a bad %s is refused by its name', (path, account) => {
  expect(refusalOf(account)).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ path }] });
});

test('a password is counted as it is hashed, in composed letters', () => {
  const decomposed = 'e\u0301'.repeat(7);

  expect(() => checkPassword('newPassword', decomposed, isCommon)).toThrow(
    expect.objectContaining({ details: [{ path: 'newPassword', message: 'must have 8 to 128 characters' }] }),
  );
  expect(() => checkPassword('newPassword', 'e\u0301'.repeat(128), isCommon)).not.toThrow();
});

test('a name is checked on its own by the same rules', () => {
  expect(() => checkName('Ann Example')).not.toThrow();
  expect(() => checkName('www.evil.example')).toThrow(
    expect.objectContaining({ details: [{ path: 'name', message: 'must not hold a web address' }] }),
  );
});

test('every problem is told at once', () => {
  const { details } = refusalOf({ name: '', email: 'x@y', password: '' });

  expect(details).toMatchObject([{ path: 'name' }, { path: 'password' }]);
});

function refusalOf(account: typeof sound): { code?: string; details?: unknown } {
  try {
    checkNewAccount(account, isCommon);
  } catch (error) {
    return error as { code: string; details: unknown };
  }
  throw new Error('the account was not refused');
}
