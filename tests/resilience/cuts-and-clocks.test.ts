import { restLimits } from '@orders/processor/audit/audit-facts';
import { randomUUID } from 'node:crypto';
import { draw } from '../histories/draw';
import { createHistory } from '../histories/check-history';
import { audit } from '../support/audit';
import { skipWithReason } from '../support/backing-process';
import { canNameProcesses } from '../support/connecting-processes';
import { startCutSystem, type CutSystem } from '../support/cut-system';
import { eventually } from '../support/eventually';
import { judgeHistory } from '../support/judge-history';
import type { Link } from '../support/network';
import { command, memberName } from '../support/replica-set';
import { recordCalls, type RecordedCalls } from '../support/recorded-shop';
import { createShop, type User } from '../support/shop';
import { createJumpingClock } from '../support/shifted-clock';
import { startShoppers, type Shoppers } from '../support/shoppers';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';

const history = createHistory(() => performance.now());
const jumping = ['gateway', 'inventory', 'order', 'processor'];
const clocks = new Map(jumping.map((name) => [name, createJumpingClock()]));
let cut: CutSystem | undefined;
let record: RecordedCalls;
let users: User[];
let productIds: string[];
let shoppers: Shoppers;

beforeAll(async () => {
  if (!canNameProcesses) return;
  cut = await startCutSystem({
    replicas: { gateway: 2, order: 2 },
    replicaSet: { electionTimeoutMs: 2_000 },
    envOf: Object.fromEntries([...clocks].map(([name, { variables }]) => [name, variables])),
  }).catch(skipWithReason);
  if (!cut) return;
  const shop = createShop(cut.system.layout);
  record = recordCalls(shop, history);
  users = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => shop.aUser({ name })));
  productIds = [randomUUID(), randomUUID()];
  for (const productId of productIds) await record.createProduct(productId, { stock: 1_000_000, price: 5 });
  shoppers = startShoppers({ calls: record, users, productIds, gateways: 2, pauseMs: 50 });
}, 120_000);

afterAll(async () => {
  await cut?.stop();
  for (const clock of clocks.values()) clock.stop();
}, 60_000);

/** Waits until so many more orders were acknowledged. */
const moreOrders = (count: number): Promise<void> => {
  const wanted = shoppers.state.acknowledged.size + count;
  return eventually(() => expect(shoppers.state.acknowledged.size).toBeGreaterThanOrEqual(wanted), 60_000);
};

const callsWhileCut = 25;

/** Cuts links until some calls that began afterwards have ended, and what is expected has come. */
async function whileCut(
  { network }: CutSystem,
  cutLinks: () => void,
  expectation: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const from = history.now();
  const ended = () => history.calls.filter(({ start, end }) => start > from && Number.isFinite(end)).length;
  cutLinks();
  try {
    await eventually(expectation, 60_000);
    await eventually(() => expect(ended()).toBeGreaterThanOrEqual(callsWhileCut), 60_000);
  } finally {
    network.mend();
  }
}

const blocked: Link = { there: { isBlocked: true }, back: { isBlocked: true } };
const isMember = (name: string) => name.startsWith('mongod');
const isNamed = (wanted: string) => (name: string) => name === wanted;

test.each<[string, (name: string) => boolean, (name: string) => boolean, Link]>([
  ['from a gateway to order, both ways', isNamed('gateway'), (name) => name.startsWith('order'), blocked],
  ['from order to inventory, answers only', isNamed('order'), isNamed('inventory'), { back: { isBlocked: true } }],
  [
    'from the processor to order and inventory',
    isNamed('processor'),
    (name) => /^(order|inventory)/.test(name),
    { isRefused: true },
  ],
  ['from one replica of order to MongoDB, while it reaches Redis', isNamed('order-2'), isMember, blocked],
  ['from inventory to MongoDB, answers only', isNamed('inventory'), isMember, { back: { isBlocked: true } }],
  ['to Redis, both ways', () => true, isNamed('redis'), blocked],
  ['to SQS, answers only', () => true, isNamed('aws'), { back: { isBlocked: true } }],
  [
    'between all, slow and lossy',
    () => true,
    () => true,
    { there: { delayMs: 20, lossPercent: 5 }, back: { delayMs: 20, lossPercent: 5 } },
  ],
])(
  'cut under load %s: orders go on when it is mended',
  async (_, from, to, link) => {
    if (!cut) return;
    const { network } = cut;

    await whileCut(cut, () => network.set(from, to, link));

    await moreOrders(5);
  },
  120_000,
);

test('a primary that only clients reach is replaced, and orders go on', async () => {
  if (!cut) return;
  const { network, replicaSet } = cut;
  const old = await replicaSet.primary();
  const primary = memberName(replicaSet.members.indexOf(old));
  const others = replicaSet.members.filter((member) => member !== old);
  const expectAnother = async () => {
    const hellos = await Promise.all(others.map(({ port }) => command(port, { hello: 1 })));
    expect(hellos.map(({ isWritablePrimary }) => isWritablePrimary as boolean)).toContain(true);
  };

  await whileCut(
    cut,
    () => {
      network.set(isNamed(primary), isMember, blocked);
      network.set(isMember, isNamed(primary), blocked);
    },
    expectAnother,
  );

  await moreOrders(5);
}, 120_000);

test.each(jumping)(
  'when the clock of %s jumps a minute ahead and back, and behind, orders go on',
  async (name) => {
    if (!cut) return;
    const pid = cut.system.pidOf(name)!;

    for (const seconds of [60, 0, -60, 0]) {
      clocks.get(name)?.jump(pid, seconds);
      await moreOrders(3);
    }
  },
  240_000,
);

test('after all this every order is final, the audit is clean, and what callers were answered was true', async () => {
  if (!cut) return;
  const { layout } = cut.system;

  await shoppers.stop();
  await expectStockAddsUp({ layout, productIds: new Set(productIds) }, 100_000);
  const { findings } = await audit(layout, restLimits);
  const violations = await judgeHistory(history.calls, { record, users, productIds });

  expect(findings).toEqual([]);
  expect(shoppers.state.abandoned).toEqual([]);
  expect(violations.map(draw)).toEqual([]);
}, 180_000);
