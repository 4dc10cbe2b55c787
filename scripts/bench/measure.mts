// Measures cases round by round: what is compared takes turns, in the other order each round.
import { Failure } from '../local/system/command.mts';
import { say } from '../local/system/terminal.mts';
import { chainOf, loadOf, type CaseName } from './cases.mts';
import { runLoad, type LoadResult } from './load.mts';
import type { Plan } from './plan.mts';
import { cpuSecondsOf, cpuSecondsOfTree, memoryMiBOf } from './process-costs.mts';
import type { WatchedProcess, World } from './world.mts';

export interface Measured extends LoadResult {
  /** Processor milliseconds of an accepted answer, by process. */
  cpuMs: Record<string, number>;
  memoryMiB: Record<string, number>;
}

/** One case at one number of connections, round by round. */
export interface Rates {
  name: CaseName;
  connections: number;
  rounds: Measured[];
}

/** Processor seconds of each process while the work lasted. */
export async function withCosts<T>(watched: WatchedProcess[], work: () => Promise<T>) {
  const secondsOf = ({ pid, isTree }: WatchedProcess) => (isTree ? cpuSecondsOfTree(pid) : cpuSecondsOf(pid));
  const before = watched.map(secondsOf);
  const result = await work();
  const seconds = watched.map((one, place) => [one.name, secondsOf(one) - (before[place] ?? 0)] as const);
  return { result, cpuSeconds: Object.fromEntries(seconds) };
}

export const memoryOf = (watched: WatchedProcess[]): Record<string, number> =>
  Object.fromEntries(watched.map(({ name, pid }) => [name, memoryMiBOf(pid)]));

export async function measureRates(world: World, plan: Plan, stopped: AbortSignal): Promise<Rates[]> {
  const all: Rates[] = [];
  const warm = new Set<string>();
  for (const { connections, cases } of plan.comparisons) {
    await world.openOnly(new Set(cases.map(chainOf)));
    for (const name of cases) {
      if (!warm.has(chainOf(name))) await warmUp(world, plan, name);
      warm.add(chainOf(name));
    }
    const rates = cases.map((name): Rates => ({ name, connections, rounds: [] }));
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const rate of round % 2 === 0 ? rates : rates.toReversed()) {
        if (stopped.aborted) throw new Failure('stopped');
        const measured = await measureCase(world, { name: rate.name, connections, plan });
        rate.rounds.push(measured);
        say(`${connections} conn.`, progressOf(rate, measured));
      }
    }
    all.push(...rates);
  }
  return all;
}

/** So that none is compared cold with one whose code is compiled. */
async function warmUp(world: World, { warmUpSeconds }: Plan, name: CaseName): Promise<void> {
  const chain = await world.open(chainOf(name));
  const load = loadOf(name, world.audienceOf(chain.name));
  await runLoad({ ...load, port: chain.port, connections: 32, seconds: warmUpSeconds, warmSeconds: 0 });
  await world.tidy(chain);
}

interface OneMeasurement {
  name: CaseName;
  connections: number;
  plan: Plan;
}

async function measureCase(world: World, { name, connections, plan }: OneMeasurement): Promise<Measured> {
  const chain = await world.open(chainOf(name));
  const { seconds, warmSeconds } = plan;
  const load = { ...loadOf(name, world.audienceOf(chain.name)), port: chain.port, connections, seconds, warmSeconds };
  const watched = world.watched(chain);
  const { result, cpuSeconds } = await withCosts(watched, () => runLoad(load));
  if (result.accepted === 0) throw new Failure(`"${name}": nothing was accepted`);
  const cpuMs = Object.entries(cpuSeconds).map(([process, used]) => [process, (used * 1_000) / result.accepted]);
  const measured = { ...result, cpuMs: Object.fromEntries(cpuMs) as Measured['cpuMs'], memoryMiB: memoryOf(watched) };
  if (load.accepted === 201) await world.tidy(chain);
  return measured;
}

function progressOf({ name, rounds }: Rates, { acceptedPerSecond, p50, p99, refused }: Measured): string {
  const others = Object.entries(refused).map(([status, count]) => `, ${count} times ${status}`);
  const rate = `${acceptedPerSecond.toFixed(0).padStart(5)}/s  p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`;
  return `${name.padEnd(38)} round ${rounds.length}  ${rate}${others.join('')}`;
}
