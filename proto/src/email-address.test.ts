import { emailAddress, emailKeyOf, mailAddressOf, storedKeysOf } from './email-address';

const messagesOf = (address: string) => emailAddress.safeParse(address).error?.issues.map(({ message }) => message);

test.each([
  'ada@example.org',
  'at&t@example.com',
  'x=y@example.com',
  'a/b@example.com',
  "o'neil+shop@example.co.uk",
  "!#$%&'*+-/=?^_`{|}~@example.com",
  'ada@b\u00fccher.example',
  'ada@xn--bcher-kva.example',
  'ada@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
  'ada@xn--e1afmkfd.xn--p1ai',
  `${'a'.repeat(64)}@example.org`,
])('%s can have an account', (address) => {
  expect(messagesOf(address)).toBeUndefined();
});

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@localhost',
  'ada@example-.org',
  'ada@-example.org',
  'ada@exa_mple.org',
  'ada@ex%61mple.org',
  'ada@b%C3%BC.org',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@b\u00fc/cher.org',
  'ada@example..org',
  '.ada@example.org',
  'ada.@example.org',
  'a..b@example.org',
  '"a b"@example.org',
  'a b@example.org',
  'a@b@example.org',
  'ada@example.org\n',
  'ada@example.org, bob@example.org',
  'Ada <ada@example.org>',
])('%j is not an e-mail address', (address) => {
  expect(messagesOf(address)).toEqual(['must be an e-mail address']);
});

test.each<[string, string, string]>([
  ['a local part that SES does not take', 'ren\u00e9@example.org', 'only ASCII characters before the @'],
  ['a long local part', `${'a'.repeat(65)}@example.org`, 'at most 64 characters before the @'],
  ['a long address', `ada@${'b\u00fc.'.repeat(30)}example.org`, 'at most 254 characters'],
])('%s is refused with the reason', (_what, address, reason) => {
  expect(messagesOf(address)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ['case', 'Ann.Lee@Example.ORG', 'ann.lee@example.org'],
  ['the way an accent is composed', 'Ren\u0065\u0301e@example.org', 'ren\u00e9e@example.org'],
  ['case and accent at once', '\u00c9va@example.org', 'e\u0301va@example.org'],
  ['the form of the domain', 'ann@B\u00fccher.example', 'ann@xn--bcher-kva.example'],
  ['the way an accent of the domain is composed', 'ann@bu\u0308cher.example', 'ann@b\u00fccher.example'],
])('addresses that differ in %s are the same account', (_what, one, other) => {
  expect(emailKeyOf(one)).toBe(emailKeyOf(other));
});

test.each(['ada', 'b\u00fccher', ''])('an imported address without an @ (%j) keeps its key', (address) => {
  expect(emailKeyOf(address)).toBe(address);
  expect(storedKeysOf(address)).toEqual([address]);
});

test('addresses that differ in a letter are two accounts', () => {
  expect(emailKeyOf('ann@example.org')).not.toBe(emailKeyOf('anne@example.org'));
  expect(emailKeyOf('ann@ex%61mple.org')).not.toBe(emailKeyOf('ann@example.org'));
});

test('mail goes to the ASCII form of the domain, and otherwise to the address as it is', () => {
  expect(mailAddressOf('Ann@B\u00fccher.example')).toBe('Ann@xn--bcher-kva.example');
  expect(mailAddressOf('Ann@Example.org')).toBe('Ann@Example.org');
});

test('an older account is found under the domain as it was typed then, by either spelling', () => {
  const stored = 'ann@b\u00fccher.example';

  expect(storedKeysOf('Ann@B\u00fccher.example')).toContain(stored);
  expect(storedKeysOf('ann@xn--bcher-kva.example')).toContain(stored);
  expect(storedKeysOf('Ann@Example.org')).toEqual(['ann@example.org']);
});
