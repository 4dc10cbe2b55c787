// Measures cases round by round: what is compared runs side by side, in another order each round.
import { say } from '../system/steps.mts';
import { chainOf, loadOf, type CaseName, type Cases } from './cases.mts';
import type { Generator } from './load/generator.mts';
import { measure, type Measured } from './measure.mts';
import type { World } from './world.mts';

export interface RatePlan {
  connections: number;
  rounds: number;
  seconds: number;
  warmSeconds: number;
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
}

export async function measureRates(rig: Rig, plan: RatePlan): Promise<Rates[]> {
  const rates = plan.cases.map((name): Rates => ({ name, connections: plan.connections, rounds: [] }));
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const rate of rotated(rates, round)) {
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
  await tidy({ world, cases }, name);
  return measured;
}

/** Leaves nothing behind that the next case would pay for. */
async function tidy({ world, cases }: Omit<Rig, 'generator'>, name: CaseName): Promise<void> {
  const chain = world.chains[chainOf[name]];
  if (!chain || cases.all[name].accepted !== 201 || chain.name === 'ceiling') return;
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
