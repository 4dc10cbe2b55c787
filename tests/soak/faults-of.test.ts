import type { Fault } from '../chaos/faults';
import { faultsOf } from './faults-of';

const names = ['order killed', 'order-2 killed', 'order and order-2 killed', 'order-2 slow', 'Redis killed for good'];
const all: Fault[] = names.map((name) => ({ name, strike: () => Promise.resolve() }));
const namesOf = (round: number, seed = 1) => faultsOf(all, { seed, round }).map(({ name }) => name);

test('deals every fault once before any comes again, and second replicas live on from then', () => {
  const dealt = [...namesOf(1), ...namesOf(2)];
  expect(dealt.slice(0, 5).sort()).toEqual([...names].sort());
  for (const from of [5, 8, 11]) {
    expect(dealt.slice(from, from + 3).sort()).toEqual(['Redis killed for good', 'order killed', 'order-2 slow']);
  }
});

test('is the same for a seed and a round, and another for another seed', () => {
  expect(namesOf(2)).toEqual(namesOf(2));
  expect(new Set([1, 2, 3, 4, 5].map((seed) => namesOf(1, seed).join())).size).toBeGreaterThan(1);
});
