// The goals of half the processor time for an order, beside the commit before it was one.
import { before, eachOfBefore, running, share, workOfBefore } from './beside-goals.mts';
import { system } from './goals.mts';
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
  ...workOfBefore(99),
];

/** `--against` names a checkout of commit 0578da0. */
export const halvingGoals = [...besideBaseline, ...system];
