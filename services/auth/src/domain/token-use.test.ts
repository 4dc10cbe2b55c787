import { tokenUse, type RefreshFamily } from './session';

const at = new Date('2026-11-01T12:00:00Z');
const day = 86_400_000;
const ago = (ms: number) => new Date(at.getTime() - ms);

const family: RefreshFamily = {
  familyId: 'f'.repeat(22),
  userId: '65a000000000000000000001',
  createdAt: ago(60 * day),
  userAgent: '',
  currentHash: 'current',
  rotatedAt: ago(day),
  otherTokens: [
    { hash: 'other', issuedAt: ago(29 * day) },
    { hash: 'forgotten', issuedAt: ago(30 * day) },
  ],
  spentTokens: [
    { hash: 'spent now', spentAt: ago(0) },
    { hash: 'spent at the limit', spentAt: ago(10_000) },
    { hash: 'spent before', spentAt: ago(10_001) },
    { hash: 'spent by a clock that is ahead', spentAt: ago(-2_000) },
  ],
  commonHash: 'common',
  expiresAt: new Date(at.getTime() + 29 * day),
};
const use = (changes: Partial<RefreshFamily>, hash: string, commonHash = 'common') =>
  tokenUse({ ...family, ...changes }, { hash, commonHash }, at);

test.each([
  ['current', 'first'],
  ['other', 'first'],
  ['forgotten', 'invalid'],
  ['spent now', 'repeated'],
  ['spent at the limit', 'repeated'],
  ['spent by a clock that is ahead', 'repeated'],
  ['spent before', 'stolen'],
  ['unknown', 'stolen'],
])('of a live family the token "%s" is %s', (hash, expected) => {
  expect(use({}, hash)).toBe(expected);
});

test('a token that was never of the family is no sign of theft, unless an earlier version may have issued it', () => {
  const { commonHash: _, ...earlier } = family;

  expect(use({}, 'made up', 'another')).toBe('invalid');
  expect(tokenUse(earlier, { hash: 'made up', commonHash: 'another' }, at)).toBe('stolen');
  // Tokens that an earlier version issues have nothing in common.
  expect(use({}, 'current', 'another')).toBe('first');
  expect(use({}, 'spent before', 'another')).toBe('stolen');
});

test.each<[string, Partial<RefreshFamily>]>([
  ['expired', { expiresAt: at }],
  ['outlived', { createdAt: ago(90 * day) }],
  ['revoked', { revokedAt: ago(1) }],
])('of an %s family no token is valid, and none a sign of theft', (_what, change) => {
  const uses = ['current', 'other', 'spent now', 'spent before'].map((hash) => use(change, hash));
  expect(new Set(uses)).toEqual(new Set(['invalid']));
});
