import { setTimeout as wait } from 'node:timers/promises';
import { restLimits } from '@orders/processor/audit/audit-facts';
import { audit } from '../support/audit';
import { eventually } from '../support/eventually';
import { createShop, type Shop, type User } from '../support/shop';
import { readStored } from '../support/stored';
import { startBuyers, type Buyers } from './buyers';
import { cuts } from './cuts';
import { faults, type Fault } from './faults';
import { judgeFault, watchOwnDelay } from './judge-fault';
import { impactOn, speedOf } from './rates';
import { startReceivers, type Receivers } from './receivers';
import { keepTokens, sendShoppers, type ChaosShoppers } from './shoppers';
import { judge, unfinished } from './verdict';
import type { World } from './world';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const recoversWithinMs = 30_000;
// A delivery that has failed three times waits for up to six minutes.
const restsWithinMs = 420_000;
// The machine does other work too; a system that stays broken reaches far less.
const oldSpeedShare = 0.5;

// After one of the faults Redis stays down, so the cuts come first.
export const allFaults: Fault[] = [...cuts, ...faults];

export interface RoundOptions {
  faults: Fault[];
  buyerCount: number;
  stopped: AbortSignal;
}

/** Buyers, shoppers and receivers of its own; the faults in turn; then rest, and the verdict on all that they did. */
export async function runRound(world: World, { faults, buyerCount, stopped }: RoundOptions) {
  const shop = createShop(world.system.layout);
  const stops: (() => unknown)[] = [];
  try {
    const receivers = await startReceivers(shop, world.network);
    stops.push(receivers.stop);
    const shoppers = await sendShoppers(shop);
    stops.push(() => void shoppers.stop());
    const { renewal, ...buyers } = await sendBuyers(shop, buyerCount);
    stops.push(
      () => clearInterval(renewal),
      () => void buyers.stop(),
    );
    await wait(3_000);
    const before = await speedOf(buyers);
    print(`${before.toFixed(0)} orders a second before the first fault.\n`);
    const problems: string[] = [];
    for (const fault of faults) {
      if (stopped.aborted) return { findings: problems, orders: 0, calls: 0 };
      problems.push(...(await strike(fault, world, buyers)));
    }
    problems.push(...(await expectOldSpeed(buyers, before)));
    await Promise.all([buyers.stop(), shoppers.stop()]);
    shoppers.addTo(buyers.observed);
    const { findings, orders } = await expectRest(shop, buyers, { receivers, shoppers });
    return { findings: [...problems, ...findings], orders, calls: shoppers.calls.length };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function sendBuyers(shop: Shop, buyerCount: number): Promise<Buyers & { renewal: NodeJS.Timeout }> {
  const productIds = await Promise.all(Array.from({ length: 4 }, () => shop.aProduct({ stock: 10_000_000 })));
  // One after the other: a password costs so much that many at once would wait for longer than an answer may take.
  const users: User[] = [];
  while (users.length < buyerCount) users.push(await shop.aUser());
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

/** What this round's buyers and shoppers find, and the audit of everything. */
async function expectRest(
  { layout, productIds }: Pick<Shop, 'layout' | 'productIds'>,
  { observed }: Pick<Buyers, 'observed'>,
  { receivers, shoppers }: { receivers: Receivers; shoppers: ChaosShoppers },
) {
  const from = Date.now();
  const read = () => readStored(layout.prefix, [...productIds, ...shoppers.productIds]);
  const isAtRest = async () => {
    if (unfinished(await read()).length > 0) throw new Error('not yet');
    await wait(1_000);
  };
  await eventually(isAtRest, restsWithinMs).catch(() => undefined);
  const stored = await read();
  print(
    `At rest ${seconds(Date.now() - from)} s later, with ${String(stored.orders.length)} orders and ` +
      `${String(receivers.count())} requests to receivers. Now the audit, and ${String(shoppers.calls.length)} recorded calls.`,
  );
  const { findings } = await audit(layout, restLimits);
  const audited = findings.map(
    ({ rule, orderId, productId, what }) => `audit, ${rule}: ${orderId ?? productId ?? ''} ${what}`,
  );
  const broken = await shoppers.judge();
  const all = [...judge(stored, observed), ...receivers.judge(stored.orders), ...audited, ...broken];
  return { findings: all, orders: stored.orders.length };
}

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1).padStart(4);
