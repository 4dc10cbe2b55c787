import { formatRefreshToken, parseRefreshToken } from './session';

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
