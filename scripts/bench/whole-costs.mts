// What is no rate: the costs of an order from the request to the mail, of idling, of one order in the database; and how late it settles.
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../local/system/command.mts';
import type { Variables } from '../local/system/env-file.mts';
import { loadOf } from './cases.mts';
import type { Chain } from './chains.mts';
import { combineWork, workBetween, type Work } from './database-work.mts';
import { runLoad, runPaced } from './load.mts';
import { memoryOf, withCosts } from './measure.mts';
import { placeOrders } from './shots.mts';
import { median, percentile } from './statistics.mts';
import type { World } from './world.mts';

export const serviceNames = ['gateway', 'auth', 'order', 'inventory', 'processor'];

/** Of the five services and mongod. */
export const ownCosts = (costs: Record<string, number>): number =>
  [...serviceNames, 'mongod'].reduce((sum, name) => sum + (costs[name] ?? 0), 0);

export interface WholeCosts {
  /** Processor milliseconds a second of each process while nobody asks. */
  idleMsPerSecond: Record<string, number>;
  /** Processor milliseconds of an order until all that it causes is done, idling subtracted. */
  allInMs: Record<string, number>;
}

const idleSeconds = 8;
const orderCount = 600;

/** What an order costs from the request to the sent mail, round by round, and what the database does for it. */
export interface OrderCosts {
  rounds: WholeCosts[];
  work: Work;
}

const rounds = 4;

/** Of each chain; they take turns, in the other order each round. */
export async function measureOrderCosts(world: World, chains: Chain[]): Promise<OrderCosts[]> {
  const measured = chains.map((chain) => ({ chain, rounds: [] as WholeCosts[] }));
  const asked = { processor: { MAIL_RATE_PER_SECOND: '10000' }, isMailed: true };
  for (let round = 0; round < rounds; round += 1)
    for (const { chain, rounds: costs } of round % 2 === 0 ? measured : measured.toReversed())
      costs.push(await costOfOrders(world, chain, asked));
  const all: OrderCosts[] = [];
  for (const { chain, rounds: costs } of measured)
    all.push({ rounds: costs, work: await measureDatabaseWork(world, chain) });
  return all;
}

interface Costs {
  /** What the processor is started with. */
  processor: Variables;
  /** Whether the mails count too. */
  isMailed?: boolean;
  /** Until then it counts, after the orders are settled. */
  untilDone?: (orders: number) => Promise<void>;
}

/** What some hundred orders cost until all that they cause is done, and what idling does. */
export async function costOfOrders(world: World, chain: Chain, costs: Costs): Promise<WholeCosts> {
  const { databases } = world;
  // Without the mails of earlier loads.
  await chain.stop('processor');
  await databases.forgetMails(chain.prefix);
  await chain.start('processor', costs.processor);
  const watched = world.watched(chain);
  await sleep(3_000);
  const idle = await withCosts(watched, () => sleep(idleSeconds * 1_000));
  const idlePerSecond = (name: string) => (idle.cpuSeconds[name] ?? 0) / idleSeconds;

  const mailed = await databases.countMailed(chain.prefix);
  const load = loadOf('place, everything running', world.audienceOf(chain.name));
  const startedAt = performance.now();
  const { result, cpuSeconds } = await withCosts(watched, async () => {
    const placed = await runLoad({
      ...load,
      port: chain.port,
      connections: 32,
      seconds: 60,
      warmSeconds: 0,
      amount: orderCount,
    });
    await databases.untilSettled(chain.prefix);
    if (costs.isMailed) await databases.untilMailed(chain.prefix, mailed + placed.accepted);
    await costs.untilDone?.(placed.accepted);
    return placed;
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const perOrder = (name: string) =>
    (((cpuSeconds[name] ?? 0) - idlePerSecond(name) * seconds) * 1_000) / result.accepted;
  const by = (figure: (name: string) => number) => Object.fromEntries(watched.map(({ name }) => [name, figure(name)]));
  return { idleMsPerSecond: by((name) => idlePerSecond(name) * 1_000), allInMs: by(perOrder) };
}

export interface Lag {
  orders: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Milliseconds from the 201 until a reader could see `Processed`, as a watcher of the database sees it. */
export async function measureLag(
  world: World,
  chain: Chain,
  how: { perSecond: number } | { connections: number },
): Promise<Lag> {
  const watcher = await world.databases.watchSettled(chain.prefix);
  const acknowledgedAt = new Map<string, number>();
  const onOrder = (orderId: string, at: number) => void acknowledgedAt.set(orderId, at);
  const load = { ...loadOf('place, everything running', world.audienceOf(chain.name)), port: chain.port, onOrder };
  if ('perSecond' in how) await runPaced({ ...load, seconds: 15 }, how.perSecond);
  else await runLoad({ ...load, connections: how.connections, seconds: 8, warmSeconds: 0 });
  await world.databases.untilSettled(chain.prefix);
  await watcher.close(acknowledgedAt.size);
  const lags = [...acknowledgedAt].flatMap(([orderId, at]) => (watcher.settledAt.get(orderId) ?? NaN) - at);
  if (lags.length === 0 || lags.some(Number.isNaN)) throw new Failure('the watcher missed orders that were settled');
  const at = (percent: number) => percentile(lags, percent);
  return { orders: lags.length, p50: at(50), p95: at(95), p99: at(99) };
}

/** Commands and index writes in the life of one order that comes alone, as the server counts them; idling is subtracted. */
async function measureDatabaseWork(world: World, chain: Chain): Promise<Work> {
  const { databases } = world;
  const { buyers } = world.audienceOf(chain.name);
  const seconds = 5;
  const count = 20;
  const beforeIdle = await databases.countWork(chain.prefix);
  await sleep(seconds * 1_000);
  const start = await databases.countWork(chain.prefix);
  const startedAt = performance.now();
  for (const buyer of buyers.slice(0, count)) {
    await placeOrders(chain, buyer, 1);
    await sleep(250);
  }
  // The last one's outbox entry is looked at a second and a half after it was sent.
  await sleep(2_000);
  const elapsed = (performance.now() - startedAt) / 1_000;
  const done = workBetween(start, await databases.countWork(chain.prefix));
  const idle = workBetween(beforeIdle, start);
  return combineWork(done, idle, (all, whileIdle) => (all - (whileIdle * elapsed) / seconds) / count);
}

/** MiB of each process at the end of each minute under load. */
export async function measureMemory(world: World, chain: Chain, minutes: number): Promise<Record<string, number[]>> {
  const memory: Record<string, number[]> = {};
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.openOnly(new Set([chain.name]));
    const load = loadOf('place, everything running', world.audienceOf(chain.name));
    await runLoad({ ...load, port: chain.port, connections: 32, seconds: 60, warmSeconds: 0 });
    for (const [name, used] of Object.entries(memoryOf(chain.processes()))) (memory[name] ??= []).push(used);
  }
  return memory;
}

/** How much the process that grew most has grown from the first half of the load to its second, in percent. */
export function memoryGrowth(memory: Record<string, number[]>): number {
  const growthOf = (minutes: number[]) => {
    const half = Math.floor(minutes.length / 2);
    return half === 0 ? 0 : 100 * (median(minutes.slice(half)) / median(minutes.slice(0, half)) - 1);
  };
  return Math.max(...Object.values(memory).map(growthOf));
}
