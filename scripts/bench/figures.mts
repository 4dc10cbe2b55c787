// The figures that goals are about, round by round; undefined where the run did not measure them.
import type { CaseName } from './cases.mts';
import type { Measured } from './measure.mts';
import type { Results } from './results.mts';
import { median, ratiosOf } from './statistics.mts';

type Figures = (results: Results) => number[] | undefined;

export const services = ['gateway', 'auth', 'order', 'inventory', 'processor'];

export const roundsOf = ({ rates }: Pick<Results, 'rates'>, name: CaseName, connections: number) =>
  rates.find((rate) => rate.name === name && rate.connections === connections)?.rounds;

const rateOf = ({ acceptedPerSecond }: Measured) => acceptedPerSecond;

/** One case's rate as a multiple of another's. */
export const timesOf =
  (name: CaseName, { of, connections }: { of: CaseName; connections: number }): Figures =>
  (results) => {
    const [one, other] = [roundsOf(results, name, connections), roundsOf(results, of, connections)];
    return one && other && ratiosOf(one.map(rateOf), other.map(rateOf));
  };

/** As `timesOf`, in percent. */
export const shareOf =
  (name: CaseName, how: { of: CaseName; connections: number }): Figures =>
  (results) =>
    timesOf(name, how)(results)?.map((times) => 100 * times);

/** The p50 of one connection as a multiple of what its parts take by themselves. */
export const aloneOfParts: Figures = (results) => {
  const [placed, ceiling] = [roundsOf(results, 'place, spread', 1), roundsOf(results, 'ceiling: place', 1)];
  const { driver } = results;
  if (!placed || !ceiling || !driver) return undefined;
  return placed.map(({ p50 }, round) => p50 / ((ceiling[round]?.p50 ?? NaN) + driver.reserveMs + driver.insertMs));
};

export const tail: Figures = (results) => roundsOf(results, 'place, spread', 32)?.map(({ p99, p50 }) => p99 / p50);

/** The rate with 512 connections in percent of the best one. */
export const manyOfBest: Figures = (results) => {
  const placed = results.rates.filter(({ name }) => name === 'place, spread');
  const best = Math.max(...placed.map(({ rounds }) => median(rounds.map(rateOf))));
  return roundsOf(results, 'place, spread', 512)?.map((measured) => (100 * rateOf(measured)) / best);
};

/** The most that any service grew to while everything ran. */
export const largestMemory: Figures = ({ rates }) =>
  rates
    .filter(({ name, connections }) => name === 'place, spread, everything running' && connections >= 32)
    .map(({ rounds }) => Math.max(...rounds.flatMap(({ memoryMiB }) => services.map((name) => memoryMiB[name] ?? 0))));

/** From the first half of a lasting load to its second, in percent; of the service that grew most. */
export const memoryGrowth: Figures = ({ soak }) =>
  soak && [Math.max(...services.map((name) => growthOf(soak[name] ?? [])))];

function growthOf(minutes: number[]): number {
  const half = Math.floor(minutes.length / 2);
  return half === 0 ? 0 : 100 * (median(minutes.slice(half)) / median(minutes.slice(0, half)) - 1);
}
