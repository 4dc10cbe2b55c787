import type { Fault } from '../chaos/faults';
import { createRandom } from '../simulation/random';

const faultsPerRound = 8;
const killsSecondReplica = ({ name }: Fault) => /-2\b.* killed/.test(name);

/**
 * The faults of a round: all of them in turn, in an order of their own each time. After the first time the second replicas
 * are killed no more, so that each service has a process that lives on.
 */
export function faultsOf(all: Fault[], { seed, round }: { seed: number; round: number }): Fault[] {
  const first = (round - 1) * faultsPerRound;
  const dealt: Fault[] = [];
  for (let time = 0; dealt.length < first + faultsPerRound; time += 1) {
    dealt.push(...shuffled(time === 0 ? all : all.filter((fault) => !killsSecondReplica(fault)), seed + time));
  }
  return dealt.slice(first, first + faultsPerRound);
}

function shuffled<T>(values: T[], seed: number): T[] {
  const random = createRandom(seed);
  return values
    .map((value) => ({ value, place: random.number() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
