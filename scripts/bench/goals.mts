// What the figures of a run must be.
import { aloneOfParts, largestMemory, manyOfBest, memoryGrowth, shareOf, tail, timesOf } from './figures.mts';
import type { CaseName } from './cases.mts';
import type { Goal } from './judge.mts';

const asList = (value: number | undefined) => (value === undefined ? undefined : [value]);

const isShare = (goal: string, atLeast: number, figures: Goal['figures']): Goal => ({
  goal,
  unit: '%',
  atLeast,
  figures,
});
const isTimes = (goal: string, atLeast: number, figures: Goal['figures']): Goal => ({
  goal,
  unit: 'x',
  atLeast,
  figures,
});
type Bound = [atMost: number, unit: Goal['unit']];
const isAtMost = (goal: string, [atMost, unit]: Bound, figures: Goal['figures']): Goal => ({
  goal,
  unit,
  atMost,
  figures,
});

const ofBefore = [1, 32, 128].map((connections) =>
  isShare(
    `place spread, of the same before, ${connections} connections`,
    97,
    shareOf('place, spread', { of: 'before: place, spread', connections }),
  ),
);

const ofCeiling = (name: CaseName, connections: number) => shareOf(name, { of: 'ceiling: place', connections });
const at32 = (name: CaseName, of: CaseName) => shareOf(name, { of, connections: 32 });
const timesAt32 = (name: CaseName, of: CaseName) => timesOf(name, { of, connections: 32 });

export const goals: Goal[] = [
  ...ofBefore,
  isShare('place spread of the ceiling, 32 connections, settlement paused', 65, ofCeiling('place, spread', 32)),
  isShare('place spread of the ceiling, 128 connections, settlement paused', 85, ofCeiling('place, spread', 128)),
  isShare(
    'place spread of the ceiling, 32 connections, everything running',
    40,
    ofCeiling('place, spread, everything running', 32),
  ),
  isShare('place on one product of place spread, 32 connections', 95, at32('place, one product', 'place, spread')),
  isShare('5 lines of 1 line, 32 connections', 70, at32('place, 5 lines', 'place, spread')),
  isAtMost('p50 of one connection, of (ceiling + a reserve commit + a majority insert)', [1.3, 'x'], aloneOfParts),
  isTimes(
    'place spread, of one transaction an order, 32 connections',
    9,
    timesAt32('place, spread', 'one transaction an order, spread'),
  ),
  isTimes(
    'place on one product, of one transaction an order, 32 connections',
    30,
    timesAt32('place, one product', 'one transaction an order, one product'),
  ),
  isShare('read, cached, of a constant answer, 32 connections', 70, at32('read, cached', 'ceiling: read')),
  isAtMost('201 to Processed, p50 at 20 orders a second', [40, 'ms'], ({ lagModest }) => asList(lagModest?.p50)),
  isShare("a backlog's drain, of the queue's receive-and-delete alone", 60, ({ drain }) =>
    asList(drain && (100 * drain.ordersPerSecond) / drain.queueAlonePerSecond),
  ),
  isAtMost('p99 of place spread, of its p50, 32 connections', [5, 'x'], tail),
  isShare('place spread with 512 connections, of the best rate', 90, manyOfBest),
  isAtMost('memory of the largest service under load', [150, 'MiB'], largestMemory),
  isAtMost('growth of memory from the first half of the load to its second', [5, '%'], memoryGrowth),
  isShare(
    'one product: two replicas of inventory, of one, 32 connections',
    94,
    at32('two inventories: place, one product', 'place, one product'),
  ),
  isAtMost(
    'flat in size: cost of place, of that on empty databases',
    [1.15, 'x'],
    timesAt32('place, spread', 'filled: place, spread'),
  ),
  isAtMost(
    'flat in size: cost of a read, of that on empty databases',
    [1.15, 'x'],
    timesAt32('read, not cached', 'filled: read, not cached'),
  ),
  isAtMost(
    'flat in size: cost of page n of a history, of that on empty databases',
    [1.15, 'x'],
    timesAt32('page in the middle of a history', 'filled: page in the middle of a history'),
  ),
];

/** What the references say of the goals: no store can be faster than none; publishing and tracing have their price. */
export const bounds: Goal[] = [
  isTimes(
    'the ceiling, of one transaction an order, spread, 32 connections',
    9,
    timesAt32('ceiling: place', 'one transaction an order, spread'),
  ),
  isTimes(
    'the ceiling, of one transaction an order, one product, 32 connections',
    30,
    timesAt32('ceiling: place', 'one transaction an order, one product'),
  ),
  isShare('nothing published, of the ceiling, 32 connections', 65, ofCeiling('place, spread, nothing published', 32)),
  isShare('nothing published, of the ceiling, 128 connections', 85, ofCeiling('place, spread, nothing published', 128)),
  isShare('traced, of the same untraced, 32 connections', 70, at32('traced: place, spread', 'place, spread')),
  isShare(
    'one in ten traced, of the same untraced, 32 connections',
    90,
    at32('one in ten traced: place, spread', 'place, spread'),
  ),
];
