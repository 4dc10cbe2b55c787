import { createBackoff } from './backoff';

const delays = { firstMs: 100, longestMs: 1_000 };

test('each delay is twice the one before, up to the longest', () => {
  const delayMs = createBackoff({ ...delays, jitter: 0, random: () => 0.3 });

  expect([1, 2, 3, 4, 5, 5_000].map(delayMs)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
});

test.each([
  [0.5, 0, 100],
  [0.5, 1, 200],
  [1, 0, 0],
  [1, 0.25, 50],
  [1, 1, 200],
])('with a jitter of %d a chance of %d makes the second delay %d ms', (jitter, chance, expected) => {
  expect(createBackoff({ ...delays, jitter, random: () => chance })(2)).toBe(expected);
});
