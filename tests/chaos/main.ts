// make chaos: breaks every part of a system under load, in turn, and prints what buyers noticed and what was lost.
import { setTimeout as wait } from 'node:timers/promises';
import { restLimits } from '@orders/processor/audit/audit-facts';
import { audit } from '../support/audit';
import { eventually } from '../support/eventually';
import { createShop } from '../support/shop';
import { readStored } from '../support/stored';
import { startBuyers, type Buyers } from './buyers';
import { cuts } from './cuts';
import { faults, type Fault } from './faults';
import { judgeFault, watchOwnDelay } from './judge-fault';
import { impactOn, speedOf } from './rates';
import { startReceivers, type Receivers } from './receivers';
import { keepTokens, sendShoppers, type ChaosShoppers } from './shoppers';
import { judge, unfinished } from './verdict';
import { buildWorld, type World } from './world';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const buyerCount = 24;
const recoversWithinMs = 30_000;
const restsWithinMs = 300_000;
// The machine does other work too; a system that stays broken reaches far less.
const oldSpeedShare = 0.5;

/** Returns the findings. */
async function chaos(chosen: Fault[], stopped: AbortSignal): Promise<string[]> {
  print('Two replicas of every service, the second ones a minute ahead; three mongods, Redis, LocalStack.');
  const world = await buildWorld();
  const stops: (() => unknown)[] = [world.stop];
  try {
    print(
      world.disk ? 'The first mongod is on a disk of 700 MB.' : 'No disk can be made here: a failpoint stands for it.',
    );
    const receivers = await startReceivers(shopOf(world), world.network);
    stops.push(receivers.stop);
    const shoppers = await sendShoppers(shopOf(world));
    stops.push(shoppers.stop);
    const { renewal, ...buyers } = await sendBuyers(world);
    stops.push(() => clearInterval(renewal), buyers.stop);
    await wait(3_000);
    const before = await speedOf(buyers);
    print(`${before.toFixed(0)} orders a second before the first fault.\n`);
    const problems: string[] = [];
    for (const fault of chosen) {
      if (stopped.aborted) return [...problems, 'it was stopped'];
      problems.push(...(await strike(fault, world, buyers)));
    }
    problems.push(...(await expectOldSpeed(buyers, before)));
    await Promise.all([buyers.stop(), shoppers.stop()]);
    shoppers.addTo(buyers.observed);
    return [...problems, ...(await expectRest(world, buyers, { receivers, shoppers }))];
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const shopOf = ({ system }: World) => createShop(system.layout);

async function sendBuyers(world: World): Promise<Buyers & { renewal: NodeJS.Timeout }> {
  const shop = shopOf(world);
  const productIds = await Promise.all(Array.from({ length: 4 }, () => shop.aProduct({ stock: 10_000_000 })));
  const users = await Promise.all(Array.from({ length: buyerCount }, () => shop.aUser()));
  return { ...startBuyers({ shop, users, productIds }), renewal: keepTokens(shop, users) };
}

async function strike(fault: Fault, world: World, { observed }: Buyers): Promise<string[]> {
  const { name } = fault;
  const from = Date.now();
  const ownDelay = watchOwnDelay();
  const problems: string[] = [];
  try {
    await fault.strike(world);
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const mendedAt = Date.now();
  const before = observed.attempts.length;
  const isServed = () => {
    const served = observed.attempts
      .slice(before)
      .filter(({ at, outcome }) => outcome === 'acknowledged' && at > mendedAt);
    if (served.length < 10)
      throw new Error(`${name}: no orders are acknowledged ${recoversWithinMs / 1_000} s after it`);
  };
  await eventually(isServed, recoversWithinMs).catch((error: unknown) => problems.push((error as Error).message));
  const impact = impactOn(observed.attempts, from, Date.now());
  const { acknowledged, unavailable, unanswered, outageMs, slowestMs } = impact;
  print(
    `${name.padEnd(42)} ${seconds(mendedAt - from)} s broken, ${seconds(outageMs)} s without an order, slowest answer ` +
      `${seconds(slowestMs)} s: ${String(acknowledged)} x 201, ${String(unavailable)} x 503, ${String(unanswered)} unanswered`,
  );
  return [...problems, ...judgeFault(fault, impact, ownDelay())];
}

async function expectOldSpeed(buyers: Buyers, before: number): Promise<string[]> {
  const from = Date.now();
  let speed = 0;
  while (Date.now() - from < recoversWithinMs) {
    speed = await speedOf(buyers);
    if (speed < before * oldSpeedShare) continue;
    print(`\n${speed.toFixed(0)} orders a second again ${seconds(Date.now() - from)} s after the last fault.`);
    return [];
  }
  return [`${speed.toFixed(0)} orders a second 30 s after the last fault, ${before.toFixed(0)} before the first`];
}

async function expectRest(
  { system }: World,
  { observed }: Pick<Buyers, 'observed'>,
  { receivers, shoppers }: { receivers: Receivers; shoppers: ChaosShoppers },
): Promise<string[]> {
  const { layout } = system;
  const from = Date.now();
  const isAtRest = async () => {
    if (unfinished(await readStored(layout.prefix)).length > 0) throw new Error('not yet');
    await wait(1_000);
  };
  await eventually(isAtRest, restsWithinMs).catch(() => undefined);
  const stored = await readStored(layout.prefix);
  print(
    `At rest ${seconds(Date.now() - from)} s later, with ${String(stored.orders.length)} orders and ` +
      `${String(receivers.count())} requests to receivers. Now the audit, and ${String(shoppers.count())} recorded calls.`,
  );
  const { findings } = await audit(layout, restLimits);
  const audited = findings.map(
    ({ rule, orderId, productId, what }) => `audit, ${rule}: ${orderId ?? productId ?? ''} ${what}`,
  );
  const broken = await shoppers.judge();
  return [...judge(stored, observed), ...receivers.judge(stored.orders), ...audited, ...broken];
}

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1).padStart(4);

// After one of the faults Redis stays down, so the cuts come first.
const all = [...cuts, ...faults];

/** The faults whose names contain one of the words; all without words. */
const chosenBy = (words: string[]) =>
  words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

chaos(chosenBy(process.argv.slice(2)), stopping.signal).then(
  (findings) => {
    for (const finding of findings) print(`FOUND: ${finding}`);
    print(
      findings.length === 0 ? 'Nothing was lost, and nothing was sold twice.' : `${String(findings.length)} findings.`,
    );
    process.exitCode = findings.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
