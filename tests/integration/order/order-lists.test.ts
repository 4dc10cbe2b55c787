import { createOrderLists } from '@orders/order/store/order-lists';
import { onlyOrderCollection, orderCollection } from '@orders/order/store/schemas';
import { createOrderStore } from '@orders/order/store/order-store';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { createExportOrders } from '@orders/order/use-cases/export-orders';
import { createListOrders } from '@orders/order/use-cases/list-orders';
import { createGetOrderStory, createListOrderStories } from '@orders/order/use-cases/order-stories';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, dropValid, firstOutbox } from './an-order';

let database: TestDatabase;
let orders: ReturnType<typeof createOrderStore>;
let lists: ReturnType<typeof createOrderLists>;

beforeAll(async () => {
  database = await createTestDatabase('order_lists', [orderCollection]);
  orders = createOrderStore(database.mongo);
  lists = createOrderLists(database.mongo);
});
afterAll(() => dropValid(database));

const documents = () => database.mongo.collection(onlyOrderCollection);
const place = async (given: Parameters<typeof anOrder>[0] = {}) => {
  const order = anOrder(given);
  await orders.insert(order, firstOutbox());
  return order;
};
const fail = (orderId: string) =>
  orders.moveFromPending({
    orderId,
    action: 'fail',
    reason: 'cannot be sent',
    at: new Date(),
    entries: [anEntry('release'), anEntry('publish')],
    republishAt: new Date(Date.now() - 1),
  });

test('an export has all orders within its times, oldest first, also those of one millisecond', async () => {
  const at = Date.UTC(2020, 0, 1);
  const placed = [];
  for (let n = 0; n < 60; n += 1) placed.push(await place({ createdAt: new Date(at + Math.floor(n / 40)) }));
  await place({ createdAt: new Date(at + 2) });
  await place({ createdAt: new Date(at - 1) });
  await fail(placed[0]!.orderId);
  const exportOrders = createExportOrders({ lists, now: () => new Date(at + 2) });
  const idsOf = async (request: Partial<Parameters<typeof exportOrders>[0]>) => {
    const ids: string[] = [];
    const messages = exportOrders({ from: new Date(at), pageToken: '', ...request });
    for await (const { orders: batch } of messages) ids.push(...batch.map(({ orderId }) => orderId));
    return ids;
  };

  const expected = placed
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.orderId < b.orderId ? -1 : 1))
    .map(({ orderId }) => orderId);
  expect(await idsOf({})).toEqual(expected);
  expect(await idsOf({ to: new Date(at + 1) })).toEqual(expected.slice(0, 40));
  expect(await idsOf({ status: 'Failed' })).toEqual([placed[0]!.orderId]);
  const first = await exportOrders({ from: new Date(at), pageToken: '' }).next();
  const { nextPageToken: pageToken } = first.value as { nextPageToken: string };
  expect(await idsOf({ pageToken })).toEqual(expected.slice(25));
});

test('the history pages through all orders of a user, newest first, also those of one millisecond', async () => {
  const owner = 'c0ffee00c0ffee00c0ffee00';
  const at = new Date('2026-01-01T00:00:00Z');
  const placed = [];
  for (let n = 0; n < 7; n += 1) {
    placed.push(await place({ userId: owner, createdAt: new Date(at.getTime() + Math.floor(n / 3)) }));
  }
  await place();
  const list = createListOrders({ lists });

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
  await orders.moveFromPending({
    orderId: cancelled.orderId,
    action: 'cancel',
    at: new Date(),
    entries: [anEntry('release')],
    republishAt: new Date(),
  });

  const found = await lists.page({ userId: owner, status: 'Cancelled', limit: 10 });

  expect(found.map(({ orderId }) => orderId)).toEqual([cancelled.orderId]);
});

test('all orders are paged newest first, each once also at equal times, without tombstones', async () => {
  const owner = 'ffffffffffffffffffffffff';
  const createdAt = new Date('2030-01-01');
  const placed = [
    await place({ userId: owner, createdAt }),
    await place({ createdAt }),
    await place({ userId: owner, createdAt }),
  ];
  const buried = randomUUID();
  await createTombstoneStore(database.mongo).writeTombstones([{ orderId: buried, epoch: 1 }]);
  const listOrders = createListOrders({ lists });
  const seen: string[] = [];

  let pageToken = '';
  do {
    const page = await listOrders({ pageSize: 2, pageToken });
    seen.push(...page.orders.map(({ orderId }) => orderId));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');

  expect(seen.slice(0, 3).sort()).toEqual(placed.map(({ orderId }) => orderId).sort());
  expect(new Set(seen).size).toBe(seen.length);
  const onOnePage = (await listOrders({ pageSize: 100, pageToken: '' })).orders.map(({ orderId }) => orderId);
  expect(onOnePage).toEqual(seen);
  expect(onOnePage).not.toContain(buried);
  expect((await listOrders({ pageSize: 10, pageToken: '', userId: owner })).orders).toHaveLength(2);
  expect((await listOrders({ pageSize: 10, pageToken: '', userId: owner, status: 'Failed' })).orders).toEqual([]);
});

test('orders are found by the beginning of their id, newest first, whatever else there is', async () => {
  const begin = randomUUID().slice(0, 8);
  const idOf = () => `${begin}${randomUUID().slice(8)}`;
  const [older, newer] = [
    await place({ orderId: idOf(), createdAt: new Date('2025-01-01') }),
    await place({ orderId: idOf(), createdAt: new Date('2025-01-02') }),
  ];
  const buried = idOf();
  await createTombstoneStore(database.mongo).writeTombstones([{ orderId: buried, epoch: 1 }]);
  const found = async (filter: { orderIdPrefix: string; status?: 'Failed'; userId?: string }) =>
    (await lists.page({ ...filter, limit: 10 })).map(({ orderId }) => orderId);

  expect(await found({ orderIdPrefix: begin })).toEqual([newer.orderId, older.orderId]);
  expect(await found({ orderIdPrefix: older.orderId })).toEqual([older.orderId]);
  expect(await found({ orderIdPrefix: begin, userId: newer.userId })).toEqual([newer.orderId, older.orderId]);
  expect(await found({ orderIdPrefix: begin, status: 'Failed' })).toEqual([]);
});

test('a story has the outbox entries; a tombstone has no story', async () => {
  const { orderId } = await place();
  const buried = randomUUID();
  await createTombstoneStore(database.mongo).writeTombstones([{ orderId: buried, epoch: 1 }]);

  const story = await createGetOrderStory({ lists })(orderId);

  expect(story).toMatchObject({ order: { orderId }, republishes: 0, epoch: 1, isImported: false });
  expect(story.outbox).toMatchObject([{ kind: 'publish' }]);
  expect(story.republishAt).toBeInstanceOf(Date);
  expect(await lists.stories([buried])).toEqual([]);
});

test('a page of all orders is read from an index', async () => {
  const plan = await documents()
    .find({ createdAt: { $exists: true } })
    .sort({ createdAt: -1, _id: -1 })
    .explain('queryPlanner');

  expect(JSON.stringify(plan)).toContain('"indexName":"all"');
  expect(JSON.stringify(plan)).not.toContain('"stage":"SORT"');
});

test('stories are paged by order id, also only those with an outbox entry of a kind', async () => {
  const [, cancelled] = [await place(), await place()];
  await fail(cancelled.orderId);
  const list = createListOrderStories({ lists });

  const all: string[] = [];
  for (let pageToken: string | undefined; pageToken !== '';) {
    const page = await list({ pageSize: 2, pageToken: pageToken ?? '' });
    all.push(...page.stories.map(({ order }) => order.orderId));
    pageToken = page.nextPageToken;
  }
  const releasing = await list({ pageSize: 500, pageToken: '', pending: 'release' });
  const known = await documents()
    .find({ status: { $exists: true } })
    .sort({ _id: 1 })
    .toArray();

  expect(all).toEqual(known.map(({ _id }) => _id));
  expect(releasing.stories.map(({ order }) => order.orderId)).toContain(cancelled.orderId);
  expect(releasing.stories.every(({ outbox }) => outbox.some(({ kind }) => kind === 'release'))).toBe(true);
  expect(await lists.stories([cancelled.orderId, randomUUID()])).toMatchObject([
    { order: { status: 'Failed' }, isImported: false },
  ]);
});
