import { createRandom } from '../simulation/random';
import { growsSteadily, growthPerHour, type Point } from './growth';

const mostPerHour = 10;

/** A point each four minutes for two hours, with noise as garbage collection makes it. */
const watched = (valueAt: (hours: number) => number, seed = 1): Point[] => {
  const random = createRandom(seed);
  return Array.from({ length: 30 }, (_, place) => ({
    at: place / 15,
    value: valueAt(place / 15) + random.between(-8, 8),
  }));
};

test('finds a leak of 30 MiB an hour behind a warm-up, whatever the noise', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const points = watched((hours) => 90 + 40 * (1 - Math.exp(-6 * hours)) + 30 * hours, seed);
    expect(growsSteadily(points, mostPerHour)).toBe(true);
    expect(Math.abs(growthPerHour(points) - 30)).toBeLessThan(12);
  }
});

test.each<[string, (hours: number) => number]>([
  ['a warm-up that comes to its end', (hours) => 90 + 60 * (1 - Math.exp(-6 * hours))],
  ['growth within the bound', (hours) => 90 + 4 * hours],
  ['one outlier at the end', (hours) => (hours > 1.9 ? 200 : 90)],
  ['a level that falls', (hours) => 120 - 20 * hours],
])('accepts %s, whatever the noise', (_, valueAt) => {
  for (let seed = 1; seed <= 100; seed += 1) expect(growsSteadily(watched(valueAt, seed), mostPerHour)).toBe(false);
});

test('does not judge a process that lived too short', () => {
  expect(growsSteadily(watched((hours) => 90 + 200 * hours).slice(0, 8), mostPerHour)).toBe(false);
});
