// Holds the figures of a run against what they must be.
import type { Results } from './results.mts';
import { spreadOf, type Spread } from './statistics.mts';

export interface Judged {
  goal: string;
  /** The figure with its least and greatest of all rounds, in the unit of the bound. */
  figure: Spread;
  bound: number;
  unit: '' | '%' | 'x' | 'ms' | 'MiB';
  holds: boolean;
}

export interface Goal {
  goal: string;
  unit: Judged['unit'];
  atLeast?: number;
  atMost?: number;
  /** Round by round; undefined where it was not measured. */
  figures: (results: Results) => number[] | undefined;
}

/** A goal that the run did not measure is left out. */
export const judge = (goals: Goal[], results: Results): Judged[] => goals.flatMap((goal) => judgeOne(goal, results));

function judgeOne({ goal, unit, atLeast = -Infinity, atMost = Infinity, figures }: Goal, results: Results): Judged[] {
  const values = figures(results);
  if (!values || values.length === 0) return [];
  const figure = spreadOf(values);
  const bound = atLeast === -Infinity ? atMost : atLeast;
  return [{ goal, figure, bound, unit, holds: figure.median >= atLeast && figure.median <= atMost }];
}
