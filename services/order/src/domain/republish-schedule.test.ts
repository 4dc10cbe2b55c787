import { nextRepublishAt } from './republish-schedule';

const now = new Date('2026-01-01T00:00:00Z');

test.each([
  [0, 10],
  [1, 20],
  [2, 40],
  [8, 2_560],
  [9, 3_600],
  [1_000, 3_600],
])('after %i times the next one is %i seconds away', (times, seconds) => {
  expect(nextRepublishAt(times, now).getTime() - now.getTime()).toBe(seconds * 1_000);
});
