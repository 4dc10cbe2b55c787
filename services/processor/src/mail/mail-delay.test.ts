import { mailRetryDelayMs } from './mail-delay';

test.each([
  [1, 500, 1_000],
  [2, 1_000, 2_000],
  [5, 8_000, 16_000],
  [11, 450_000, 900_000],
  [1_000, 450_000, 900_000],
])('after try %i a mail waits %i to %i ms', (attempts, shortest, longest) => {
  expect([mailRetryDelayMs(attempts, 0), mailRetryDelayMs(attempts, 1)]).toEqual([shortest, longest]);
});
