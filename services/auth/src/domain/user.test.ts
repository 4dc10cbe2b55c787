import { emailKeyOf } from './user';

test.each([
  ['case', 'Ann.Lee@Example.ORG', 'ann.lee@example.org'],
  ['the way an accent is composed', 'Ren\u0065\u0301e@example.org', 'ren\u00e9e@example.org'],
  ['case and accent at once', '\u00c9va@example.org', 'e\u0301va@example.org'],
])('addresses that differ in %s are the same account', (_what, one, other) => {
  expect(emailKeyOf(one)).toBe(emailKeyOf(other));
});

test('addresses that differ in a letter are two accounts', () => {
  expect(emailKeyOf('ann@example.org')).not.toBe(emailKeyOf('anne@example.org'));
});
