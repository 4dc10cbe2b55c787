import { checkHistory } from '../histories/check-history';
import { draw } from '../histories/draw';
import { auditSystem, isAtRest } from './audit';
import { createOperator, startDisturbances } from './operator';
import { soundParts, type Parts } from './parts';
import { startBuyers } from './purchases';
import { recordCatalogue, recordRest } from './recorded-calls';
import { startSystem } from './start-system';
import type { System } from './system';
import { withShortNames } from './timeline';
import { startWebhookActs } from './webhook-operator';
import { createWorld } from './world';

export interface Run {
  seed: number;
  /** What is wrong; empty where everything holds. */
  findings: string[];
  /** The promises to buyers and admins that their history breaks, by name. */
  brokenPromises: string[];
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
  recordCatalogue(system);
  const failingMs = random.pick([2_000, 8_000, 25_000]);
  const { purchases, active } = startBuyers(system, failingMs);
  const actions = startDisturbances(system, purchases, failingMs);
  startWebhookActs(system, failingMs);
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

  const stored = isViolated() ? violations : auditSystem(system, purchases, actions);
  if (violations.length === 0) recordRest(system);
  const broken = checkHistory(world.history.calls);
  const findings = [...stored, ...broken.map((violation) => withShortNames(draw(violation)))];
  const brokenPromises = broken.map(({ rule }) => rule);
  return { seed, findings, brokenPromises, timeline: world.timeline.lines, counts: countEnds(system) };
}

/** How often each failure was injected, and how orders ended. */
function countEnds({ world, documents, mailbox, webhooks }: System): Run['counts'] {
  const statuses = [...documents.values()].map((document) => ('status' in document ? document.status : 'Void'));
  const events = webhooks?.receivers.received.length ?? 0;
  return { ...world.failures.counts, ...countOf(statuses), mails: mailbox.sent.length, events };
}

const countOf = (names: string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]));

const randomStock = (products: number, stock: () => number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: products }, (_, index) => [`product ${String(index + 1)}`, stock()]));
