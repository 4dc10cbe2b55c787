import { randomBytes } from 'node:crypto';
import { formatMailToken, parseMailToken } from './mail-token';

const aToken = () => ({
  userId: randomBytes(12).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
});

test('a token is one word, and says whose it is', () => {
  const token = aToken();

  const text = formatMailToken(token);

  expect(text).toMatch(/^[A-Za-z0-9_-]{59}$/);
  expect(parseMailToken(text)).toEqual(token);
});

test.each(['', 'short', 'x'.repeat(58), `${'x'.repeat(58)}.`, 'x'.repeat(60), `${'A'.repeat(58)}B`])(
  '%p has another form',
  (text) => {
    expect(parseMailToken(text)).toBeUndefined();
  },
);
