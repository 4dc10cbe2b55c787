// Measures cases round by round: what is compared runs side by side, in another order each round.
import { Failure } from '../local/system/failure.mts';
import { say } from '../local/system/steps.mts';
import type { Chain } from './chain.mts';
import { chainOf, chainsOf, loadOf, type CaseName, type Cases } from './cases.mts';
import type { Generator } from './load/generator.mts';
import { measure, type Measured } from './measure.mts';
import type { World } from './world.mts';

export interface RatePlan {
  connections: number;
  rounds: number;
  seconds: number;
  /** Before each case. */
  warmSeconds: number;
  /** Of each chain, before the first case. */
  warmUpSeconds: number;
  cases: CaseName[];
}

/** One case at one number of connections. */
export interface Rates {
  name: CaseName;
  connections: number;
  rounds: Measured[];
}

export interface Rig {
  world: World;
  cases: Cases;
  generator: Generator;
  /** The bench ends before the next case. */
  stopped: AbortSignal;
}

/** Lets each chain run for a while, so that none is compared cold, or after minutes of rest, with one whose code is compiled. */
async function warmUp({ world, cases, generator }: Rig, names: CaseName[], seconds: number): Promise<void> {
  for (const chain of [...chainsOf(names)].flatMap((name) => world.chains[name] ?? [])) {
    await generator.run(
      loadOf(cases.all['place, spread'], { port: chain.port, connections: 32, seconds, warmSeconds: 0 }),
    );
    await tidy({ world, cases }, chain);
  }
}

export async function measureRates(rig: Rig, plan: RatePlan): Promise<Rates[]> {
  const rates = plan.cases.map((name): Rates => ({ name, connections: plan.connections, rounds: [] }));
  await rig.cases.renewTokens();
  await warmUp(rig, plan.cases, plan.warmUpSeconds);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const rate of rotated(rates, round)) {
      if (rig.stopped.aborted) throw new Failure('stopped');
      const measured = await measureCase(rig, rate.name, plan);
      rate.rounds.push(measured);
      say(`${plan.connections} conn.`, progressLine(rate, round, measured));
    }
  }
  return rates;
}

async function measureCase({ world, cases, generator }: Rig, name: CaseName, plan: RatePlan): Promise<Measured> {
  const chain = world.chains[chainOf[name]];
  if (!chain) throw new Error(`the chain of "${name}" was not started`);
  const load = loadOf(cases.all[name], { port: chain.port, ...plan });
  const { measured } = await measure({ generator, watched: world.watched(chain) }, load);
  if (measured.accepted === 0) throw new Failure(`"${name}": nothing was accepted`);
  if (cases.all[name].accepted === 201) await tidy({ world, cases }, chain);
  return measured;
}

/** Leaves nothing behind that the next case would pay for. */
async function tidy({ world, cases }: Pick<Rig, 'world' | 'cases'>, chain: Chain): Promise<void> {
  if (chain.name === 'ceiling') return;
  if (chain.name === 'system') await world.stores.untilSettled(chain.prefix);
  else await world.stores.forgetOrders(chain.prefix, cases.reader.userId);
}

const rotated = <T,>(values: T[], by: number): T[] => [
  ...values.slice(by % values.length),
  ...values.slice(0, by % values.length),
];

function progressLine({ name }: Rates, round: number, { acceptedPerSecond, p50, p99, refused }: Measured): string {
  const others = Object.entries(refused).map(([status, count]) => `, ${count} times ${status}`);
  const latency = `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`;
  return `${name.padEnd(38)} round ${round + 1}  ${acceptedPerSecond.toFixed(0).padStart(5)}/s  ${latency}${others.join('')}`;
}
