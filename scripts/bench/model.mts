// A queueing model of the system on more processors, fed with the costs that a run measured.
import { roundsOf } from './figures.mts';
import type { Measured } from './measure.mts';
import type { Results } from './results.mts';
import { median } from './statistics.mts';

export interface Forecast {
  processors: number;
  ordersPerSecond: number;
  /** What is busy first. */
  bottleneck: string;
}

// A station is not driven to the last percent: waiting grows with 1 / (1 - load).
const highestLoad = 0.8;

const singles = new Set(['mongod', 'localstack', 'redis']);
// mongod is one process with many threads; past some number of processors its own locks and its journal are what is left.
const threadsOf: Record<string, number> = { mongod: 16, localstack: 1, redis: 1 };

/** The most orders a second that a number of processors can take, each replica being one process on one processor. */
export function forecast(costsMs: Record<string, number>, processors: number): Forecast {
  const total = Object.values(costsMs).reduce((sum, cost) => sum + cost, 0);
  const limits = Object.entries(costsMs)
    .filter(([name, cost]) => singles.has(name) && cost > 0)
    .map(([name, cost]) => ({
      name,
      rate: (highestLoad * 1_000 * Math.min(threadsOf[name] ?? 1, processors)) / cost,
    }));
  const all = [{ name: 'processors', rate: (highestLoad * 1_000 * processors) / total }, ...limits];
  const least = all.reduce((one, other) => (other.rate < one.rate ? other : one));
  return { processors, ordersPerSecond: least.rate, bottleneck: least.name };
}

/** Costs of one order by process while everything runs; undefined where the run did not measure them. */
export function measuredCosts(results: Results): Record<string, number> | undefined {
  const rounds = [128, 32].map((connections) => roundsOf(results, 'place, spread, everything running', connections));
  const best = rounds.find((found) => found !== undefined);
  return best && mediansOf(best);
}

const mediansOf = (rounds: Measured[]): Record<string, number> =>
  Object.fromEntries(
    Object.keys(rounds[0]?.cpuMs ?? {}).map((name) => [name, median(rounds.map(({ cpuMs }) => cpuMs[name] ?? 0))]),
  );

/** A mean wait of an M/M/c queue as a multiple of the service time, by Erlang's formula. */
export function meanWait(servers: number, load: number): number {
  const offered = servers * load;
  let blocking = 1;
  for (let count = 1; count <= servers; count += 1) blocking = (offered * blocking) / (count + offered * blocking);
  const waiting = blocking / (1 - load * (1 - blocking));
  return waiting / (servers * (1 - load));
}

/** What the run's costs say of larger machines, a line for each. */
export function forecastLines(results: Results): string[] {
  const costs = measuredCosts(results);
  if (!costs) return [];
  // In production the queue is not on these processors.
  const { localstack: _, ...elsewhere } = costs;
  return [4, 16, 64].map((processors) => {
    const { ordersPerSecond, bottleneck } = forecast(elsewhere, processors);
    const wait = meanWait(processors, highestLoad).toFixed(2);
    return `on ${processors} processors, the queue elsewhere: ${ordersPerSecond.toFixed(0)} orders/s at a load of 80 %, first full: ${bottleneck}; waits of ${wait} service times`;
  });
}
