import { z } from 'zod';
import { readConfig, textWith, wholeNumber } from './config';

const before = process.env;
afterEach(() => {
  process.env = before;
});

test.each(['', ' ', '\t'])('a number that is %j is not set, rather than 0', (LIMIT) => {
  process.env = { LIMIT };

  expect(readConfig({ LIMIT: wholeNumber(0, 100, 10) })).toEqual({ LIMIT: 10 });
});

test('a number of 0 is 0', () => {
  process.env = { LIMIT: ' 0 ' };

  expect(readConfig({ LIMIT: wholeNumber(0, 100, 10) })).toEqual({ LIMIT: 0 });
});

test('a blank does not count as the other half of a pair', () => {
  process.env = { SECRET: ' ' };

  expect(z.object({ KEY: textWith('SECRET') }).safeParse({ KEY: 'text' }).success).toBe(false);
});
