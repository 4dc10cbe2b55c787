// What the figures of a run must be beside those of another checkout.
import type { CaseName } from './cases.mts';
import { sumOfWork } from './database-work.mts';
import { ratio, type Goal } from './judge.mts';
import type { Measured } from './measure.mts';
import { ratiosOf } from './statistics.mts';
import { ownCosts, type OrderCosts } from './whole-costs.mts';

const p50 = (measured: Measured) => measured.p50;
export const own = ({ cpuMs }: Measured) => ownCosts(cpuMs);
export const readCost = ({ cpuMs }: Measured) => (cpuMs['gateway'] ?? 0) + (cpuMs['order'] ?? 0);
export const [running, paused, hot, cached] = [
  'place, everything running',
  'place, settlement paused',
  'place, one product',
  'read, cached',
] as const;
export const before = (name: typeof running | typeof paused | typeof hot | typeof cached): [CaseName, CaseName] => [
  name,
  `before: ${name}`,
];
export const share = (names: [CaseName, CaseName], connections = 32) => ratio(names, { connections, times: 100 });
export const allIn = (orders: OrderCosts | undefined) => orders?.rounds.map(({ allInMs }) => ownCosts(allInMs));

/** What one order costs, in percent of the checkout of `--against`. */
export const eachOfBefore = (atMost: number): Goal[] => [
  {
    goal: 'one connection, p50: of before',
    unit: '%',
    atMost,
    figures: ratio(before(paused), { connections: 1, figure: p50, times: 100 }),
  },
  {
    goal: 'read, cached: gateway and order, of before',
    unit: '%',
    atMost,
    figures: ratio(before(cached), { figure: readCost, times: 100 }),
  },
  {
    goal: 'all in, from request to mail: of before',
    unit: '%',
    atMost,
    figures: ({ orders, ordersBefore }) =>
      ordersBefore && ratiosOf(allIn(orders) ?? [], allIn(ordersBefore) ?? []).map((value) => value * 100),
  },
];

/** What the database does for one order, in percent of the checkout of `--against`. */
export const workOfBefore = (atMost: number): Goal[] =>
  (
    [
      ['database commands', 'commands'],
      ['index writes', 'indexWrites'],
    ] as const
  ).map(([name, kind]) => ({
    goal: `${name} in the life of an order: of before`,
    unit: '%',
    atMost,
    figures: ({ orders, ordersBefore }) =>
      orders && ordersBefore && [(100 * sumOfWork(orders.work[kind])) / sumOfWork(ordersBefore.work[kind])],
  }));

/** Beside the checkout of `--against`. A change that is about speed names its own bounds; any other keeps the rate. */
export const besideBefore: Goal[] = [
  ...([running, paused, hot] as const).flatMap((name) =>
    [1, 32, 128].map((connections): Goal => ({
      goal: `${name}, ${connections} connections: rate of before`,
      unit: '%',
      atLeast: 97,
      figures: share(before(name), connections),
    })),
  ),
  ...([running, paused, hot] as const).flatMap((name) =>
    [1, 32, 128].map((connections): Goal => ({
      goal: `${name}, ${connections} connections: processor time of before`,
      unit: '%',
      atMost: 103,
      figures: ratio(before(name), { connections, figure: own, times: 100 }),
    })),
  ),
  ...eachOfBefore(103),
  ...workOfBefore(103),
];
