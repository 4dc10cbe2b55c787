import { auditSystem, isAtRest } from './audit';
import { createOperator, disturb } from './operator';
import { soundParts, type Parts } from './parts';
import { goShopping } from './purchases';
import { startSystem } from './start-system';
import { createWorld } from './world';

export interface Run {
  seed: number;
  /** Empty where all held. */
  findings: string[];
  story: string[];
  /** How often what went wrong, and what became of orders. */
  counts: Record<string, number>;
}

export interface RunOptions {
  parts?: Parts;
  isTold?: boolean;
}

const longestRestMs = 4 * 3_600_000;
// What is on its way when all looks done arrives within this.
const settleDownMs = 25_000;

/** Plays one seed: trouble for a while, then rest, then late messages once more, then the audit. */
export async function runSeed(seed: number, { parts = soundParts, isTold = false }: RunOptions = {}): Promise<Run> {
  const world = createWorld(seed, isTold);
  const { scheduler, chance, trouble, violations } = world;
  const system = startSystem(
    world,
    parts,
    someStock(chance.whole(1, 3), () => chance.whole(0, 6)),
  );
  const troubleMs = chance.pick([2_000, 8_000, 25_000]);
  const shopping = goShopping(system, troubleMs);
  const acts = disturb(system, shopping.wishes, troubleMs);
  const isBroken = () => violations.length > 0;
  const rest = async () => {
    const isDone = () => isBroken() || (shopping.busy() === 0 && isAtRest(system));
    const isIn = await scheduler.runUntil(isDone, scheduler.now() + longestRestMs);
    if (!isIn) world.violated('the system does not come to rest');
    await scheduler.runUntil(isBroken, scheduler.now() + settleDownMs);
  };

  await scheduler.runUntil(isBroken, troubleMs);
  trouble.end();
  world.story.tell('trouble', 'is over');
  await rest();
  if (!isBroken()) {
    createOperator(system, shopping.wishes, acts).redrive();
    await scheduler.runUntil(isBroken, scheduler.now() + settleDownMs);
    await rest();
  }

  const findings = isBroken() ? violations : auditSystem(system, shopping.wishes, acts);
  const statuses = [...system.documents.values()].map((document) => ('status' in document ? document.status : 'Void'));
  const counts = { ...trouble.counts };
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  counts['mails'] = system.mailbox.sent.length;
  return { seed, findings, story: world.story.lines, counts };
}

const someStock = (products: number, stock: () => number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: products }, (_, index) => [`product ${String(index + 1)}`, stock()]));
