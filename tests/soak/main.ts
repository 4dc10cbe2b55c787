// make soak: rounds of faults on one system for HOURS, seeds of the simulator between them, and a watch on what it takes.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { allFaults, runRound } from '../chaos/round';
import { buildWorld, type World } from '../chaos/world';
import { root } from '../support/service-process';
import { faultsOf } from './faults-of';
import { judgeResources, sampleResources, type Sample } from './resources';

const { HOURS = '2', SEED = String(Date.now() % 1e9), ROUND = '1' } = process.env;
const buyerCount = 12;
// Of the time of a round.
const simulatorShare = 0.25;

const print = (text: string) => void process.stdout.write(`${text}\n`);
const startedAt = performance.now();
const hours = () => (performance.now() - startedAt) / 3_600_000;

const totals = { rounds: 0, orders: 0, faults: 0, recordedCalls: 0, seeds: 0 };
const struck = new Set<string>();
const findings: string[] = [];
const samples: Sample[] = [];
const stopped = new AbortController();
const isStopped = () => stopped.signal.aborted;

function report(round: number, found: string[]): void {
  if (found.length === 0) return;
  for (const finding of found) print(`FOUND: ${finding}`);
  print(`The same faults again: make soak HOURS=0.01 SEED=${SEED} ROUND=${round}`);
  findings.push(...found.map((finding) => `round ${round}: ${finding}`));
}

async function runOne(world: World, round: number): Promise<void> {
  const from = performance.now();
  const faults = faultsOf(allFaults, { seed: Number(SEED), round });
  print(`\nRound ${round} with SEED=${SEED}, after ${hours().toFixed(2)} hours:`);
  const result = await runRound(world, { faults, buyerCount, stopped: stopped.signal });
  // What a round found that was broken off says nothing.
  if (isStopped()) return;
  report(round, result.findings);
  if (!world.redis.isRunning()) world.redis.start();
  const simulated = await simulate((performance.now() - from) * simulatorShare);
  if (isStopped()) return;
  report(round, simulated.findings);

  totals.rounds += 1;
  totals.orders += result.orders;
  totals.faults += faults.length;
  totals.recordedCalls += result.calls;
  totals.seeds += simulated.seeds;
  for (const { name } of faults) struck.add(name);
  await sample(world);
}

/** In a process of its own, since all connections of the system pass this one. */
async function simulate(milliseconds: number): Promise<{ seeds: number; findings: string[] }> {
  const env = { ...process.env, SECONDS: (milliseconds / 1_000).toFixed(0), SEED: '', FAULT: '' };
  const args = [path.join(root, 'tests/dist/simulation/main.js')];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal: stopped.signal });
    return { seeds: Number(/^(\d+) seeds/m.exec(stdout)?.[1]), findings: [] };
  } catch (error) {
    return { seeds: 0, findings: [`the simulator: ${(error as { stdout?: string }).stdout ?? String(error)}`] };
  }
}

async function sample({ system }: World): Promise<void> {
  samples.push({ hours: hours(), orders: totals.orders, ...(await sampleResources(system)) });
  write();
}

function write(): number {
  const { findings: passed, ...figures } = samples.length > 0 ? judgeResources(samples) : { findings: [] };
  const all = [...findings, ...passed];
  const whole = {
    hours: Number(hours().toFixed(2)),
    ...totals,
    differentFaults: struck.size,
    findings: all,
    ...figures,
    samples,
  };
  writeFileSync(path.join(root, '.run/soak.json'), JSON.stringify(whole, undefined, 2));
  return all.length;
}

async function soak(): Promise<void> {
  const world = await buildWorld({ hasSmallDisk: false });
  try {
    await sample(world);
    for (let round = Number(ROUND); hours() < Number(HOURS) && !isStopped(); round += 1) {
      await runOne(world, round);
    }
  } finally {
    await world.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());

soak()
  .catch((error: unknown) => {
    if (!isStopped()) findings.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  })
  .finally(() => process.exit(write() === 0 ? 0 : 1));
