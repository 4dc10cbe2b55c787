import { auditSystem, isAtRest } from './audit';
import { createOperator, startDisturbances } from './operator';
import { soundParts, type Parts } from './parts';
import { startBuyers } from './purchases';
import { startSystem } from './start-system';
import { createWorld } from './world';

export interface Run {
  seed: number;
  /** What is wrong; empty where everything holds. */
  findings: string[];
  timeline: string[];
  /** How often each failure was injected, and how orders ended. */
  counts: Record<string, number>;
}

export interface RunOptions {
  parts?: Parts;
  isRecorded?: boolean;
}

const maxRestMs = 4 * 3_600_000;
// Late calls arrive within this time.
const lateCallsMs = 25_000;

/** Runs one seed: failures for a while, then rest, then a redrive of dead letters, then the audit. */
export async function runSeed(seed: number, { parts = soundParts, isRecorded = false }: RunOptions = {}): Promise<Run> {
  const world = createWorld(seed, isRecorded);
  const { scheduler, random, failures, violations } = world;
  const system = startSystem(
    world,
    parts,
    randomStock(random.integer(1, 3), () => random.integer(0, 6)),
  );
  const failingMs = random.pick([2_000, 8_000, 25_000]);
  const { purchases, active } = startBuyers(system, failingMs);
  const actions = startDisturbances(system, purchases, failingMs);
  const isViolated = () => violations.length > 0;
  const rest = async () => {
    const isDone = () => isViolated() || (active() === 0 && isAtRest(system));
    const isAtRestInTime = await scheduler.runUntil(isDone, scheduler.now() + maxRestMs);
    if (!isAtRestInTime) world.reportViolation('the system does not come to rest');
    await scheduler.runUntil(isViolated, scheduler.now() + lateCallsMs);
  };

  await scheduler.runUntil(isViolated, failingMs);
  failures.stop();
  world.timeline.record('failures', 'have stopped');
  await rest();
  if (!isViolated()) {
    createOperator(system, purchases, actions).redrive();
    await scheduler.runUntil(isViolated, scheduler.now() + lateCallsMs);
    await rest();
  }

  const findings = isViolated() ? violations : auditSystem(system, purchases, actions);
  const statuses = [...system.documents.values()].map((document) => ('status' in document ? document.status : 'Void'));
  const counts = { ...failures.counts };
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  counts['mails'] = system.mailbox.sent.length;
  return { seed, findings, timeline: world.timeline.lines, counts };
}

const randomStock = (products: number, stock: () => number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: products }, (_, index) => [`product ${String(index + 1)}`, stock()]));
