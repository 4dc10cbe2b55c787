// Runs the parts of a bench one after the other.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { Failure } from '../local/system/failure.mts';
import { root, type RunFolder } from '../local/system/folders.mts';
import { say, step } from '../local/system/steps.mts';
import { chainsOf, loadOf, prepareCases } from './cases.mts';
import { measureDriver } from './driver-reference.mts';
import { startGenerator } from './load/generator.mts';
import type { BenchOptions } from './options.mts';
import { memoryMiBOf } from './process-costs.mts';
import { measureRates, type Rig } from './rates.mts';
import type { Results } from './results.mts';
import { measureDrain, measureLag, measureMails } from './settling.mts';
import { buildWorld } from './world.mts';

export interface BenchRun {
  folder: RunFolder;
  backing: Record<string, string>;
  options: BenchOptions;
  stopped: AbortSignal;
}

export async function runBench({ folder, backing, options, stopped }: BenchRun): Promise<Results> {
  const needed = chainsOf(options.plan.rates.flatMap(({ cases }) => cases));
  const world = await buildWorld({
    needed,
    folder,
    backing,
    ...profiling(options),
    ...(options.against !== undefined && { against: options.against }),
  });
  const generator = startGenerator();
  try {
    const cases = await step('bench', 'users, and orders to read', () => prepareCases(world, options.size));
    const rig = { world, cases, generator, stopped };
    const results = startResults(needed.has('filled') ? options.size : 0);
    for (const part of parts) {
      if (stopped.aborted) throw new Failure('stopped');
      await cases.renewTokens();
      await part(rig, options, results);
    }
    return results;
  } finally {
    generator.stop();
    await world.stop();
  }
}

type Part = (rig: Rig, options: BenchOptions, results: Results) => Promise<void>;

const parts: Part[] = [driver, rates, modestLag, fullLag, drain, mails, soak];

async function driver({ world }: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  if (plan.driverSeconds === 0) return;
  results.driver = await step('bench', 'the driver alone', () =>
    measureDriver(world.stores.client, plan.driverSeconds),
  );
}

async function rates(rig: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  for (const each of plan.rates) results.rates.push(...(await measureRates(rig, each)));
}

async function modestLag(rig: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  if (plan.lagSeconds === 0) return;
  results.lagModest = await measureLag(rig, { connections: 20, seconds: plan.lagSeconds, everyMs: 1_000 });
  say('lag', `p50 ${results.lagModest.p50.toFixed(0)} ms at 20 orders a second`);
}

async function fullLag(rig: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  if (plan.lagSeconds === 0) return;
  results.lagFull = await measureLag(rig, { connections: 32, seconds: plan.lagSeconds });
  say('lag', `p50 ${results.lagFull.p50.toFixed(0)} ms under full load`);
}

async function drain(rig: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  if (plan.backlog === 0) return;
  results.drain = await measureDrain(rig, plan.backlog);
  say('drain', `${results.drain.ordersPerSecond.toFixed(0)} orders a second`);
}

async function mails(rig: Rig, { plan }: BenchOptions, results: Results): Promise<void> {
  if (plan.mailSeconds === 0) return;
  results.mailsPerSecond = await measureMails(rig, plan.mailSeconds);
  say('mails', `${results.mailsPerSecond.toFixed(0)} a second`);
}

/** Load for a long time, minute by minute, to see whether memory grows. */
async function soak({ world, cases, generator }: Rig, { soakMinutes }: BenchOptions, results: Results): Promise<void> {
  const { system } = world.chains;
  const load = { port: system.port, connections: 32, seconds: 60, warmSeconds: 0 };
  for (let minute = 0; minute < soakMinutes; minute += 1) {
    await cases.renewTokens();
    await generator.run(loadOf(cases.all['place, spread, everything running'], load));
    results.soak ??= {};
    for (const { name, pid } of system.processes()) (results.soak[name] ??= []).push(memoryMiBOf(pid));
    say('soak', `minute ${minute + 1} of ${soakMinutes}`);
  }
}

const profiling = ({ profileFolder }: BenchOptions) =>
  profileFolder === undefined
    ? {}
    : {
        nodeOptions: (chain: string, member: string) => [
          '--cpu-prof',
          `--cpu-prof-dir=${profileFolder}`,
          `--cpu-prof-name=${chain.replaceAll(' ', '-')}-${member}.cpuprofile`,
        ],
      };

const startResults = (stored: number): Results => ({
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  machine: {
    processors: os.availableParallelism(),
    model: os.cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  },
  stored,
  rates: [],
});
