// What the figures of a run must be.
import { aloneOfParts, largestMemory, manyOfBest, memoryGrowth, shareOf, tail, timesOf } from './figures.mts';
import type { Goal } from './judge.mts';

const asList = (value: number | undefined) => (value === undefined ? undefined : [value]);

export const goals: Goal[] = [
  ...[1, 32, 128].map((connections): Goal => ({
    goal: `place spread, of the same before, ${connections} connections`,
    unit: '%',
    atLeast: 97,
    figures: shareOf('place, spread', { of: 'before: place, spread', connections }),
  })),
  {
    goal: 'place spread of the ceiling, 32 connections, settlement paused',
    unit: '%',
    atLeast: 65,
    figures: shareOf('place, spread', { of: 'ceiling: place', connections: 32 }),
  },
  {
    goal: 'place spread of the ceiling, 128 connections, settlement paused',
    unit: '%',
    atLeast: 85,
    figures: shareOf('place, spread', { of: 'ceiling: place', connections: 128 }),
  },
  {
    goal: 'place spread of the ceiling, 32 connections, everything running',
    unit: '%',
    atLeast: 40,
    figures: shareOf('place, spread, everything running', { of: 'ceiling: place', connections: 32 }),
  },
  {
    goal: 'place on one product of place spread, 32 connections',
    unit: '%',
    atLeast: 95,
    figures: shareOf('place, one product', { of: 'place, spread', connections: 32 }),
  },
  {
    goal: '5 lines of 1 line, 32 connections',
    unit: '%',
    atLeast: 70,
    figures: shareOf('place, 5 lines', { of: 'place, spread', connections: 32 }),
  },
  {
    goal: 'p50 of one connection, of (ceiling + a reserve commit + a majority insert)',
    unit: 'x',
    atMost: 1.3,
    figures: aloneOfParts,
  },
  {
    goal: 'place spread, of one transaction an order, 32 connections',
    unit: 'x',
    atLeast: 9,
    figures: timesOf('place, spread', { of: 'one transaction an order, spread', connections: 32 }),
  },
  {
    goal: 'place on one product, of one transaction an order, 32 connections',
    unit: 'x',
    atLeast: 30,
    figures: timesOf('place, one product', { of: 'one transaction an order, one product', connections: 32 }),
  },
  {
    goal: 'read, cached, of a constant answer, 32 connections',
    unit: '%',
    atLeast: 70,
    figures: shareOf('read, cached', { of: 'ceiling: read', connections: 32 }),
  },
  {
    goal: '201 to Processed, p50 at 20 orders a second',
    unit: 'ms',
    atMost: 40,
    figures: ({ lagModest }) => asList(lagModest?.p50),
  },
  {
    goal: "a backlog's drain, of the queue's receive-and-delete alone",
    unit: '%',
    atLeast: 60,
    figures: ({ drain }) => asList(drain && (100 * drain.ordersPerSecond) / drain.queueAlonePerSecond),
  },
  { goal: 'p99 of place spread, of its p50, 32 connections', unit: 'x', atMost: 5, figures: tail },
  { goal: 'place spread with 512 connections, of the best rate', unit: '%', atLeast: 90, figures: manyOfBest },
  { goal: 'memory of the largest service under load', unit: 'MiB', atMost: 150, figures: largestMemory },
  {
    goal: 'growth of memory from the first half of the load to its second',
    unit: '%',
    atMost: 5,
    figures: memoryGrowth,
  },
  {
    goal: 'one product: two replicas of inventory, of one, 32 connections',
    unit: '%',
    atLeast: 94,
    figures: shareOf('two inventories: place, one product', { of: 'place, one product', connections: 32 }),
  },
  {
    goal: 'flat in size: cost of place, of that on empty databases',
    unit: 'x',
    atMost: 1.15,
    figures: timesOf('place, spread', { of: 'filled: place, spread', connections: 32 }),
  },
  {
    goal: 'flat in size: cost of a read, of that on empty databases',
    unit: 'x',
    atMost: 1.15,
    figures: timesOf('read, not cached', { of: 'filled: read, not cached', connections: 32 }),
  },
  {
    goal: 'flat in size: cost of page n of a history, of that on empty databases',
    unit: 'x',
    atMost: 1.15,
    figures: timesOf('page in the middle of a history', {
      of: 'filled: page in the middle of a history',
      connections: 32,
    }),
  },
];
