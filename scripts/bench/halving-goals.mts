// The goals of half the processor time for an order, beside the commit before it was one.
import { sumOfWork } from './database-work.mts';
import { before, eachOfBefore, running, share, system } from './goals.mts';
import type { Goal } from './judge.mts';

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
  ...eachOfBefore(60),
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
