import { readFileSync } from 'node:fs';
import { skipWithReason } from '../support/backing-process';
import type { Load } from '../support/load';
import { startReplicaSet, type ReplicaSet } from '../support/replica-set';
import { shiftedClock } from '../support/shifted-clock';
import { createShop, type Shop, type User } from '../support/shop';
import { logFileOf, startSystem, type System } from '../support/system';
import { breakUnderLoad } from '../support/use-system';

// Three mongods, and two replicas of order, inventory and processor; the clocks of the second ones are a minute ahead.
let replicaSet: ReplicaSet | undefined;
let system: System;
let shop: Shop;
let buyer: User;

beforeAll(async () => {
  replicaSet = await startReplicaSet({ electionTimeoutMs: 2_000 }).catch(skipWithReason);
  if (!replicaSet) return;
  process.env['MONGO_URI'] = replicaSet.uri;
  system = await startSystem({
    replicas: { order: 2, inventory: 2, processor: 2 },
    envOf: { 'order-2': shiftedClock(60), 'inventory-2': shiftedClock(60), 'processor-2': shiftedClock(60) },
  });
  shop = createShop(system.layout);
  buyer = await shop.aUser();
}, 120_000);
afterAll(async () => {
  if (!replicaSet) return;
  await system.stop();
  await replicaSet.stop();
}, 60_000);

const primaryKilled = async ({ primary, untilPrimary, untilBack }: ReplicaSet) => {
  const member = await primary();
  await member.kill();
  await untilPrimary();
  member.start();
  await untilBack(member);
};
const primaryStepsDown = async ({ stepDown, untilPrimary }: ReplicaSet) => {
  await stepDown();
  await untilPrimary();
};
/** Hangs until its callers have given up on all requests that it holds. */
const hangs = async (name: string, load: Load) => {
  system.hang(name);
  await load.everyClientTwice();
  system.resume(name);
};

test.each<[string, (set: ReplicaSet, load: Load) => Promise<void>]>([
  ['the primary is killed', primaryKilled],
  ['the primary steps down', primaryStepsDown],
  ['a replica of inventory hangs', (_, load) => hangs('inventory', load)],
  ['a replica of order hangs', (_, load) => hangs('order', load)],
])(
  'when %s under load, with clocks a minute apart, every acknowledged order is processed once',
  async (_what, strike) => {
    if (!replicaSet) return;
    const set = replicaSet;

    await breakUnderLoad({ shop, buyer }, (load) => strike(set, load));
  },
  180_000,
);

test('the clocks of the second replicas are a minute ahead', () => {
  if (!replicaSet) return;
  const timesOf = (name: string) =>
    [...readFileSync(logFileOf(system.layout, name), 'utf8').matchAll(/"time":"([^"]+)"/g)].map(([, time]) =>
      Date.parse(time ?? ''),
    );

  expect(timesOf('order-2')[0]).toBeGreaterThan(timesOf('order')[0]! + 45_000);
});
