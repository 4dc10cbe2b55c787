// What the command line of the bench asks for.
import { parseArgs } from 'node:util';
import { Failure } from '../local/system/failure.mts';
import { caseNames, type CaseName } from './cases.mts';
import { fullPlan, quickPlan, type BenchPlan } from './plan.mts';

export interface BenchOptions {
  plan: BenchPlan;
  isQuick: boolean;
  /** Orders that are stored for the cases named "filled". */
  size: number;
  /** Minutes of lasting load for the growth of memory; 0 leaves that out. */
  soakMinutes: number;
  /** Where a profile of each process of the system is written. */
  profileFolder?: string;
  /** A built checkout to compare with, whose cases are named "before". */
  against?: string;
}

const usage = `usage: scripts/with-node scripts/bench/main.mts [--quick] [--size <orders>] [--soak <minutes>]
       [--only <case>]... [--connections <number>]... [--rounds <number>] [--seconds <number>] [--profile <folder>]
       [--against <checkout>]
cases: ${caseNames.join('; ')}`;

const known = {
  quick: { type: 'boolean' },
  size: { type: 'string' },
  soak: { type: 'string' },
  only: { type: 'string', multiple: true },
  connections: { type: 'string', multiple: true },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  profile: { type: 'string' },
  against: { type: 'string' },
} as const;

export function readBenchOptions(args: string[]): BenchOptions {
  const values = parse(args);
  const isQuick = values.quick === true;
  return {
    plan: narrowed(isQuick ? quickPlan : fullPlan, values),
    isQuick,
    size: Number(values.size ?? 1_000_000),
    soakMinutes: Number(values.soak ?? 0),
    ...(values.profile !== undefined && { profileFolder: values.profile }),
    ...(values.against !== undefined && { against: values.against }),
  };
}

type Values = ReturnType<typeof parse>;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n${usage}`);
  }
}

/** The same cases in other time. */
function paced(plan: BenchPlan, { rounds, seconds }: Values): BenchPlan {
  const rates = plan.rates.map((each) => ({
    ...each,
    rounds: Number(rounds ?? each.rounds),
    seconds: Number(seconds ?? each.seconds),
  }));
  return { ...plan, rates };
}

/** A run of some cases measures nothing else. */
function narrowed(plan: BenchPlan, values: Values): BenchPlan {
  const { only, connections, rounds, seconds } = values;
  if (!only) return paced(plan, values);
  const cases = only.map((name) => {
    if (!caseNames.some((known) => known === name)) throw new Failure(`there is no case "${name}"\n${usage}`);
    return name as CaseName;
  });
  return {
    rates: (connections ?? ['32']).map((count) => ({
      connections: Number(count),
      rounds: Number(rounds ?? 3),
      seconds: Number(seconds ?? 3),
      warmSeconds: 1,
      warmUpSeconds: 5,
      cases,
    })),
    driverSeconds: 0,
    lagSeconds: 0,
    backlog: 0,
    mailSeconds: 0,
  };
}
