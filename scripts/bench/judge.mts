// How the figures of a run are judged, and what they are made of.
import type { CaseName } from './cases.mts';
import type { Measured } from './measure.mts';
import type { Results } from './results.mts';
import { ratiosOf, spreadOf, type Spread } from './statistics.mts';

type Figures = (results: Results) => (number | undefined)[] | undefined;

export interface Goal {
  goal: string;
  unit: '%' | 'x' | 'ms' | 'MiB' | 'ms/s' | '';
  atLeast?: number;
  atMost?: number;
  /** Round by round; undefined where it was not measured. */
  figures: Figures;
}

export interface Judged extends Omit<Goal, 'figures'> {
  /** The median, with the least and the greatest of all rounds. */
  figure: Spread;
  holds: boolean;
}

/** The median of the rounds decides; a goal that the run did not measure is left out. */
export const judge = (goals: Goal[], results: Results): Judged[] =>
  goals.flatMap(({ figures, ...goal }) => {
    const values = (figures(results) ?? []).filter((value) => value !== undefined);
    if (values.length === 0) return [];
    const figure = spreadOf(values);
    const { atLeast = -Infinity, atMost = Infinity } = goal;
    return [{ ...goal, figure, holds: figure.median >= atLeast && figure.median <= atMost }];
  });

const roundsOf = ({ rates }: Results, name: CaseName, connections: number) =>
  rates.filter((rate) => rate.name === name && rate.connections === connections);

/** Of one case, round by round. */
export const each =
  (name: CaseName, connections: number, figure: (measured: Measured) => number): Figures =>
  (results) =>
    roundsOf(results, name, connections).flatMap(({ rounds }) => rounds.map(figure));

interface RatioOptions {
  connections?: number;
  figure?: (measured: Measured) => number;
  times?: number;
}

/** One case of another that took turns with it. */
export const ratio =
  ([name, of]: [CaseName, CaseName], { connections = 32, figure = rate, times = 1 }: RatioOptions = {}): Figures =>
  ({ rates }) =>
    rates.flatMap((rate, place) => {
      if (rate.name !== name || rate.connections !== connections) return [];
      // Those of one comparison stand next to each other; a case may be in several.
      const nearest = rates
        .map((other, at) => ({ other, distance: Math.abs(at - place) }))
        .filter(({ other }) => other.name === of && other.connections === connections)
        .sort((one, other) => one.distance - other.distance)[0]?.other;
      if (nearest === undefined) return [];
      return ratiosOf(rate.rounds.map(figure), nearest.rounds.map(figure)).map((value) => value * times);
    });

export const rate = ({ acceptedPerSecond }: Measured) => acceptedPerSecond;
