import { readFileSync } from 'node:fs';
import { leaveOut } from '../support/backing-process';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { startLoad } from '../support/load';
import { startReplicaSet, type ReplicaSet } from '../support/replica-set';
import { shiftedClock } from '../support/shifted-clock';
import { createShop, type Shop, type User } from '../support/shop';
import { logFileOf, startSystem, type System } from '../support/system';

// Three mongods; two replicas of what stores orders and stock, of which the second ones are a minute ahead.
let replicaSet: ReplicaSet | undefined;
let system: System;
let shop: Shop;
let buyer: User;

beforeAll(async () => {
  replicaSet = await startReplicaSet({ electionTimeoutMs: 2_000 }).catch(leaveOut);
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
/** Longer than a request may take. */
const hangs = async (name: string) => {
  system.hang(name);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  system.resume(name);
};

test.each<[string, (set: ReplicaSet) => Promise<void>]>([
  ['the primary is killed', primaryKilled],
  ['the primary steps down', primaryStepsDown],
  ['a replica of inventory hangs', () => hangs('inventory')],
  ['a replica of order hangs', () => hangs('order')],
])(
  'when %s under load, with clocks a minute apart, every acknowledged order ends and none is doubled',
  async (_what, strike) => {
    if (!replicaSet) return;
    const productId = await shop.aProduct({ stock: 100_000 });
    const load = startLoad({ shop, buyer, productId });

    await load.more(20);
    await strike(replicaSet);
    await load.more(20);
    const refusals = await load.stop();

    expect(refusals).toEqual([]);
    const { orders } = await expectStockAddsUp({ ...shop, productIds: new Set([productId]) }, 60_000);
    expect(orders.map(({ _id }) => _id).sort()).toEqual(load.placed.toSorted());
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['Processed']));
  },
  120_000,
);

test('the second replicas are indeed a minute ahead', () => {
  if (!replicaSet) return;
  const timesOf = (name: string) =>
    [...readFileSync(logFileOf(system.layout, name), 'utf8').matchAll(/"time":"([^"]+)"/g)].map(([, time]) =>
      Date.parse(time ?? ''),
    );

  expect(timesOf('order-2')[0]).toBeGreaterThan(timesOf('order')[0]! + 45_000);
});
