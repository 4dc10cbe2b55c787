import { commonPartOf, followingToken, formatRefreshToken, parseRefreshToken } from './session';

const familyId = 'f'.repeat(22);
const secret = 's'.repeat(43);

test('a token is read back as it was made', () => {
  expect(parseRefreshToken(formatRefreshToken({ familyId, secret }))).toEqual({ familyId, secret });
});

test.each([
  ['nothing', ''],
  ['a family alone', familyId],
  ['a secret that was cut', `${familyId}.${secret.slice(1)}`],
  ['a tail', `${familyId}.${secret}.x`],
  ['a line break', `${familyId}.${secret}\n`],
  ['an operator', '{"$gt":""}'],
])('%s is no token', (_what, text) => {
  expect(parseRefreshToken(text)).toBeUndefined();
});

test('a token has enough in common with the one before it, and enough that is new', () => {
  const following = followingToken({ familyId, secret }, 'n'.repeat(43));

  expect(following).toEqual({ familyId, secret: 's'.repeat(21) + 'n'.repeat(22) });
  expect(commonPartOf(following)).toBe(commonPartOf({ familyId, secret }));
  expect(parseRefreshToken(formatRefreshToken(following))).toEqual(following);
});
