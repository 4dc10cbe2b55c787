// What is measured, how long and how often.
import type { CaseName } from './cases.mts';
import type { RatePlan } from './rates.mts';

export interface BenchPlan {
  rates: RatePlan[];
  driverSeconds: number;
  lagSeconds: number;
  backlog: number;
  mailSeconds: number;
}

const compared: CaseName[] = ['ceiling: place', 'place, spread', 'place, one product', 'place, 5 lines'];
const oneByOne: CaseName[] = ['one transaction an order, spread', 'one transaction an order, one product'];
const reads: CaseName[] = ['ceiling: read', 'read, cached'];
const everything: CaseName[] = [
  ...compared,
  ...oneByOne,
  ...reads,
  'place, spread, everything running',
  'place, spread, with keys',
  'read, not cached',
  'history page',
  'sign in',
];
const sized: CaseName[] = [
  'filled: place, spread',
  'filled: read, not cached',
  'page in the middle of a history',
  'filled: page in the middle of a history',
];
// At the edges of the scale the comparisons that no goal asks for say little new.
const withoutReferences = everything.filter((name) => !oneByOne.includes(name));
const unpublished: CaseName = 'place, spread, nothing published';
const traced: CaseName[] = ['traced: place, spread', 'one in ten traced: place, spread'];

export const fullPlan: BenchPlan = {
  rates: [
    { connections: 1, rounds: 2, seconds: 2, warmSeconds: 1, warmUpSeconds: 3, cases: withoutReferences },
    { connections: 8, rounds: 2, seconds: 2, warmSeconds: 1, warmUpSeconds: 3, cases: withoutReferences },
    {
      connections: 32,
      rounds: 3,
      seconds: 3,
      warmSeconds: 1,
      warmUpSeconds: 6,
      cases: [...everything, unpublished, ...traced, 'two inventories: place, one product', ...sized],
    },
    {
      connections: 128,
      rounds: 3,
      seconds: 3,
      warmSeconds: 1,
      warmUpSeconds: 6,
      cases: [...withoutReferences, unpublished],
    },
    { connections: 512, rounds: 2, seconds: 3, warmSeconds: 2, warmUpSeconds: 3, cases: withoutReferences },
  ],
  driverSeconds: 3,
  lagSeconds: 15,
  backlog: 10_000,
  mailSeconds: 15,
};

export const quickPlan: BenchPlan = {
  rates: [
    {
      connections: 1,
      rounds: 2,
      seconds: 1.5,
      warmSeconds: 0.5,
      warmUpSeconds: 2,
      cases: ['ceiling: place', 'place, spread'],
    },
    {
      connections: 32,
      rounds: 2,
      seconds: 1.5,
      warmSeconds: 0.5,
      warmUpSeconds: 2,
      cases: [...compared, ...oneByOne, ...reads, 'place, spread, everything running', unpublished],
    },
    {
      connections: 128,
      rounds: 2,
      seconds: 1.5,
      warmSeconds: 0.5,
      warmUpSeconds: 2,
      cases: ['ceiling: place', 'place, spread'],
    },
  ],
  driverSeconds: 1,
  lagSeconds: 4,
  backlog: 1_500,
  mailSeconds: 0,
};
