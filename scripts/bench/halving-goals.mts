// The goals of half the processor time for an order, beside the commit before it was one.
import { sumOfWork } from './database-work.mts';
import { allIn, before, cached, p50, paused, readCost, running, share, system } from './goals.mts';
import { ratio, type Goal } from './judge.mts';

const besideBaseline: Goal[] = [
  ...(
    [
      [32, 170],
      [128, 150],
    ] as const
  ).map(([connections, atLeast]): Goal => ({
    goal: `everything running, ${connections} connections: rate of before`,
    unit: '%',
    atLeast,
    figures: share(before(running), connections),
  })),
  {
    goal: 'one connection, p50: of before',
    unit: '%',
    atMost: 60,
    figures: ratio(before(paused), { connections: 1, figure: p50, times: 100 }),
  },
  {
    goal: 'read, cached: gateway and order, of before',
    unit: '%',
    atMost: 60,
    figures: ratio(before(cached), { figure: readCost, times: 100 }),
  },
  {
    goal: 'all in, from request to mail: of before',
    unit: '%',
    atMost: 60,
    figures: ({ whole, wholeBefore }) => wholeBefore && [(100 * (allIn(whole) ?? NaN)) / (allIn(wholeBefore) ?? NaN)],
  },
  {
    goal: 'database commands in the life of an order: of before',
    unit: '%',
    atMost: 99,
    figures: ({ work, workBefore }) =>
      work && workBefore && [(100 * sumOfWork(work.commands)) / sumOfWork(workBefore.commands)],
  },
  {
    goal: 'index writes in the life of an order: of before',
    unit: '%',
    atMost: 99,
    figures: ({ work, workBefore }) =>
      work && workBefore && [(100 * sumOfWork(work.indexWrites)) / sumOfWork(workBefore.indexWrites)],
  },
];

/** `--against` names a checkout of commit 0578da0. */
export const halvingGoals = [...besideBaseline, ...system];
