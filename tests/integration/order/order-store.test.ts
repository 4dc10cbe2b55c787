import { createListOrders } from '@orders/order/use-cases/list-orders';
import { createOrderLists } from '@orders/order/store/order-lists';
import { createOrderStore } from '@orders/order/store/order-store';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { onlyOrderCollection, orderCollection } from '@orders/order/store/schemas';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, dropValid, firstOutbox, userId } from './an-order';

let database: TestDatabase;
let orders: ReturnType<typeof createOrderStore>;
let outbox: ReturnType<typeof createOutboxStore>;

beforeAll(async () => {
  database = await createTestDatabase('order_store', [orderCollection]);
  orders = createOrderStore(database.mongo);
  outbox = createOutboxStore(database.mongo);
});
afterAll(() => dropValid(database));

const documents = () => database.mongo.collection(onlyOrderCollection);
const place = async (given: Parameters<typeof anOrder>[0] = {}, at = new Date()) => {
  const order = anOrder(given);
  await orders.insert(order, firstOutbox(at));
  return order;
};
const cancel = (orderId: string, owner = userId) =>
  orders.moveFromPending({ orderId, userId: owner, action: 'cancel', at: new Date(), entries: [anEntry('release')] });

test('settle moves only pending orders and answers the status of each', async () => {
  const [pending, cancelled] = [await place(), await place()];
  await cancel(cancelled.orderId);

  const settled = await orders.settle([pending.orderId, cancelled.orderId, anOrder().orderId], new Date());

  const statuses = new Map(settled.map(({ orderId, status }) => [orderId, status]));
  expect(statuses).toEqual(
    new Map([
      [pending.orderId, 'Processed'],
      [cancelled.orderId, 'Cancelled'],
    ]),
  );
});

test('of a cancel and a settle that race exactly one moves the order', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { orderId } = await place();

    const [moved] = await Promise.all([cancel(orderId), orders.settle([orderId], new Date())]);

    expect((await orders.find(orderId))?.status).toBe(moved ? 'Cancelled' : 'Processed');
    expect((await orders.find(orderId))?.revision).toBe(2);
  }
});

test('a cancelled order gets the release in the same document, beside the entries it had', async () => {
  const { orderId } = await place();

  await cancel(orderId);

  const document = await documents().findOne({ _id: orderId });
  expect(document?.outbox.map(({ kind }) => kind)).toEqual(['publish', 'release']);
  expect(document).not.toHaveProperty('republishAt');
});

test('an order of another user cannot be cancelled', async () => {
  const { orderId } = await place();

  expect(await cancel(orderId, 'ffffffffffffffffffffffff')).toBeUndefined();
  expect((await orders.find(orderId))?.status).toBe('Pending');
});

test('an outbox entry is removed while another is added', async () => {
  const { orderId } = await place();
  const [first] = (await documents().findOne({ _id: orderId }))!.outbox;

  await Promise.all([cancel(orderId), outbox.remove([{ orderId, entryId: first!.id }])]);

  expect((await documents().findOne({ _id: orderId }))?.outbox.map(({ kind }) => kind)).toEqual(['release']);
});

test('the sweep finds only old entries of the requested kind', async () => {
  const longAgo = new Date(Date.now() - 60_000);
  const old = await place({}, longAgo);
  await place({}, new Date());
  await cancel(old.orderId);

  const pending = await outbox.findPending({ kind: 'publish', before: new Date(Date.now() - 30_000), limit: 10 });

  expect(pending.map(({ order, entry }) => [order.orderId, entry.kind])).toEqual([[old.orderId, 'publish']]);
});

test('one of two concurrent sweeps publishes an order again, and only while it is pending', async () => {
  const order = await place({}, new Date(Date.now() - 60_000));
  await outbox.remove([
    { orderId: order.orderId, entryId: (await documents().findOne({ _id: order.orderId }))!.outbox[0]!.id },
  ]);
  const find = async () =>
    (await outbox.findRepublishable(new Date(), 100)).find((found) => found.order.orderId === order.orderId);
  const candidate = (await find())!;
  const again = { entry: anEntry(), nextAt: new Date(Date.now() + 60_000) };

  const republished = await Promise.all([outbox.republish(candidate, again), outbox.republish(candidate, again)]);

  expect(republished.sort()).toEqual([false, true]);
  expect((await documents().findOne({ _id: order.orderId }))?.outbox).toHaveLength(1);
  await orders.settle([order.orderId], new Date());
  expect(await outbox.republish({ ...candidate, republishAt: again.nextAt }, again)).toBe(false);
});

test('the history pages through all orders of a user, newest first, also those of one millisecond', async () => {
  const owner = 'c0ffee00c0ffee00c0ffee00';
  const at = new Date('2026-01-01T00:00:00Z');
  const placed = [];
  for (let n = 0; n < 7; n += 1) {
    placed.push(await place({ userId: owner, createdAt: new Date(at.getTime() + Math.floor(n / 3)) }));
  }
  await place();
  const list = createListOrders({ lists: createOrderLists(database.mongo) });

  const seen: string[] = [];
  let pageToken = '';
  do {
    const page = await list({ userId: owner, pageSize: 2, pageToken });
    expect(page.orders.length).toBeLessThanOrEqual(2);
    seen.push(...page.orders.map(({ orderId }) => orderId));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');

  const expected = placed
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.orderId < b.orderId ? 1 : -1))
    .map(({ orderId }) => orderId);
  expect(seen).toEqual(expected);
});

test('the history can be filtered by status', async () => {
  const owner = 'feedfacefeedfacefeedface';
  const cancelled = await place({ userId: owner });
  await place({ userId: owner });
  await cancel(cancelled.orderId, owner);

  const found = await createOrderLists(database.mongo).page({ userId: owner, status: 'Cancelled', limit: 10 });

  expect(found.map(({ orderId }) => orderId)).toEqual([cancelled.orderId]);
});

test.each([
  ['history', { userId }, { createdAt: -1, _id: -1 }],
  ['history-by-status', { userId, status: 'Pending' }, { createdAt: -1, _id: -1 }],
  ['outbox', { 'outbox.kind': 'publish', 'outbox.at': { $lt: new Date() } }, {}],
  ['republish', { republishAt: { $lte: new Date() }, 'outbox.0': { $exists: false } }, { republishAt: 1 }],
] as const)('the query of %s reads its index and does not sort', async (index, filter, sort) => {
  const plan = await documents().find(filter).sort(sort).explain('queryPlanner');

  const text = JSON.stringify(plan['queryPlanner'].winningPlan);
  expect(text).toContain(`"indexName":"${index}"`);
  expect(text).not.toContain('"stage":"SORT"');
});

test('a tombstone is removed after 45 days', async () => {
  const { orderId } = anOrder();
  await createTombstoneStore(database.mongo).writeTombstones([{ orderId, epoch: 1 }]);

  const document = await database.mongo.collection<{ _id: string; purgeAt: Date }>('orders').findOne({ _id: orderId });
  const days = (document!.purgeAt.getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(45);
});
