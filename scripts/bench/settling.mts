// How fast placed orders come to their end: the lag behind the 201, and the way out of a backlog.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../local/system/failure.mts';
import { waitUntil } from '../local/system/wait.mts';
import { scriptOptions } from './bench-process.mts';
import { loadOf } from './cases.mts';
import type { Load } from './load/load.mts';
import { percentile } from './statistics.mts';
import type { Rig } from './rates.mts';
import type { World } from './world.mts';
import { watchSettled } from './watch-settled.mts';

export interface Lag {
  ordersPerSecond: number;
  orders: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Milliseconds from the 201 until a reader could see `Processed`, as a watcher of the database sees it. */
export async function measureLag(rig: Rig, how: Pick<Load, 'connections' | 'seconds' | 'everyMs'>): Promise<Lag> {
  const { world, cases, generator } = rig;
  const { system } = world.chains;
  const watcher = await watchSettled(world.stores.orders(system.prefix));
  const spread = cases.all['place, spread, everything running'];
  const load = { ...loadOf(spread, { port: system.port, ...how, warmSeconds: 0 }), ...how, notesOrders: true };
  const { acknowledged, acceptedPerSecond } = await generator.run(load);
  if (acknowledged.length === 0) throw new Failure('no order was accepted');
  await world.stores.untilSettled(system.prefix);
  const settledAt = await watcher.close(acknowledged.length);

  const lags = acknowledged.flatMap(([orderId, at]) => {
    const settled = settledAt.get(orderId);
    return settled === undefined ? [] : [settled - at];
  });
  if (lags.length < acknowledged.length) throw new Failure('the watcher missed orders that were settled');
  lags.sort((one, other) => one - other);
  const [p50 = NaN, p95 = NaN, p99 = NaN] = [50, 95, 99].map((percent) => percentile(lags, percent));
  return { ordersPerSecond: acceptedPerSecond, orders: lags.length, p50, p95, p99 };
}

export interface Drain {
  orders: number;
  ordersPerSecond: number;
  /** LocalStack's receive-and-delete alone, on as many messages. */
  queueAlonePerSecond: number;
}

/** Lets a backlog grow while the processor is away, and measures how fast it goes. */
export async function measureDrain(rig: Rig, backlog: number): Promise<Drain> {
  const { world } = rig;
  const { system } = world.chains;
  const queueAlonePerSecond = await measureQueueAlone(world, backlog);
  await system.stop('processor');
  const placed = await fillBacklog(rig, backlog);
  await waitUntil(async () => (await world.stores.countOwing(system.prefix)) === 0, { timeoutMs: 120_000 });

  const started = system.start('processor');
  const hasBegun = async () => (await world.stores.countPending(system.prefix)) < placed;
  await waitUntil(hasBegun, { timeoutMs: 60_000, everyMs: 20 });
  const beganAt = performance.now();
  const left = await world.stores.countPending(system.prefix);
  await world.stores.untilSettled(system.prefix);
  const seconds = (performance.now() - beganAt) / 1_000;
  await started;
  return { orders: placed, ordersPerSecond: left / seconds, queueAlonePerSecond };
}

async function fillBacklog({ world, cases, generator }: Rig, backlog: number): Promise<number> {
  const { system } = world.chains;
  const spread = cases.all['place, spread, everything running'];
  for (;;) {
    const placed = await world.stores.countPending(system.prefix);
    if (placed >= backlog) return placed;
    await generator.run(loadOf(spread, { port: system.port, connections: 64, seconds: 1, warmSeconds: 0 }));
  }
}

async function measureQueueAlone({ backing }: World, messages: number): Promise<number> {
  const script = path.join(import.meta.dirname, 'queue-reference.mts');
  const env = { ...process.env, ...backing, BENCH_MESSAGES: String(messages) };
  const { stdout } = await promisify(execFile)(process.execPath, [...scriptOptions, script], { env });
  return (JSON.parse(stdout) as { messagesPerSecond: number }).messagesPerSecond;
}

/** Mails a second with no limit on their pace, over what is owed already. */
export async function measureMails({ world }: Rig, seconds: number): Promise<number> {
  const { system } = world.chains;
  await system.stop('processor');
  await system.start('processor', { MAIL_RATE_PER_SECOND: '10000' });
  const countSent = () => world.stores.countMails(system.prefix, 'sent');
  const before = await countSent();
  const beganAt = performance.now();
  const isOver = async () =>
    performance.now() - beganAt > seconds * 1_000 || (await world.stores.countMails(system.prefix, 'owed')) === 0;
  await waitUntil(isOver, { timeoutMs: seconds * 2_000, everyMs: 50 });
  return ((await countSent()) - before) / ((performance.now() - beganAt) / 1_000);
}
