import { createOrderLists } from '@orders/order/store/order-lists';
import { createOrderStore, insertOrders, toDocument } from '@orders/order/store/order-store';
import { onlyOrderCollection, orderCollection, type OrderDocument } from '@orders/order/store/schemas';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { createGetOrderStory } from '@orders/order/use-cases/order-stories';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../support/eventually';
import { expectIndexed, plansOf } from '../../support/query-plans';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, firstOutbox, userId } from './an-order';

const stored = 400;
const page = 10;
const long = new Date('2026-01-01');

let database: TestDatabase;
let documents: OrderDocument[];

/** Orders of one user, each a second older than the one before; a tenth is pending, and a tenth of those has an outbox entry. */
beforeAll(async () => {
  database = await createTestDatabase('order_plans', [orderCollection]);
  documents = Array.from({ length: stored }, (_, index) => {
    const at = new Date(long.getTime() - index * 1_000);
    const isPending = index % 10 === 0;
    const order = anOrder({ status: isPending ? 'Pending' : 'Processed', createdAt: at, updatedAt: at });
    const { republishAt, ...document } = toDocument(order, firstOutbox(at));
    const outbox = index % 100 === 0 ? document.outbox : [];
    return { ...document, outbox, ...(isPending && republishAt && { republishAt }) };
  });
  await database.mongo.collection(orderCollection).insertMany(documents);
});
afterAll(() => database.drop());

const one = () => documents[200]!;
const position = () => ({ createdAt: one().createdAt, orderId: one()._id });
const range = () => ({ from: documents.at(-1)!.createdAt, to: long });
const orders = () => createOrderStore(database.mongo);
const lists = () => createOrderLists(database.mongo);
const outbox = () => createOutboxStore(database.mongo);
const tombstones = () => createTombstoneStore(database.mongo);
const delivered = () => ({ orderId: documents[100]!._id, entryId: documents[100]!.outbox[0]!.id });
const failure = () => ({
  orderId: randomUUID(),
  action: 'fail' as const,
  reason: 'x',
  at: long,
  entries: [],
  republishAt: long,
});
const candidate = () => ({ order: anOrder(), republishAt: long, republishes: 0 });
const attempts = () => [{ orderId: one()._id, epoch: 1 }];

test.each<[string, () => Promise<unknown>]>([
  ['an order', () => orders().find(one()._id)],
  ['orders by id', () => orders().findMany([one()._id, documents[3]!._id])],
  ['the first page of a history', () => lists().page({ userId, limit: page })],
  ['a page in the middle of a history', () => lists().page({ userId, after: position(), limit: page })],
  ['a history by status', () => lists().page({ userId, status: 'Processed', limit: page })],
  [
    'a page in the middle of a history by status',
    () => lists().page({ userId, status: 'Processed', after: position(), limit: page }),
  ],
  [
    'moving an order',
    () =>
      orders().moveFromPending({
        orderId: one()._id,
        userId,
        action: 'cancel',
        at: long,
        entries: [anEntry('release')],
        republishAt: long,
      }),
  ],
  ['settling orders', () => orders().settle([one()._id, documents[3]!._id], long)],
  ['an order under an id that is taken', () => insertOrders(database.mongo, [{ ...one(), bodyHash: 'another' }])],
  ['all orders', () => lists().page({ limit: page })],
  ['a page in the middle of all orders', () => lists().page({ after: position(), limit: page })],
  ['all orders by status', () => lists().page({ status: 'Pending', limit: page })],
  ['all orders of a user', () => lists().page({ userId, limit: page })],
  ['the first orders of an export', () => lists().pageFrom({ from: new Date(0), to: long, limit: page })],
  ['an export in the middle', () => lists().pageFrom({ ...range(), after: position(), limit: page })],
  ['an export by status', () => lists().pageFrom({ ...range(), status: 'Pending', after: position(), limit: page })],
  ['the story of an order', () => createGetOrderStory({ lists: lists() })(one()._id)],
  ['stories by id', () => lists().stories([one()._id])],
  ['a page of stories', () => lists().storiesAfter({ afterOrderId: '', limit: page })],
  ['failing an order', () => orders().moveFromPending(failure())],
  ['open outbox entries', () => outbox().findPending({ kind: 'publish', before: new Date(), limit: page })],
  ['removing from an outbox', () => outbox().remove([delivered()])],
  ['orders to publish again', () => outbox().findRepublishable(new Date(), page)],
  ['publishing again', () => outbox().republish(candidate(), { entry: anEntry(), nextAt: long })],
  ['reservations without an order', () => tombstones().findOrphans(attempts())],
  ['writing tombstones', () => tombstones().writeTombstones(attempts())],
])('%s: found by an index', (_, work) => expectIndexed(database, work));

test('orders by the beginning of their id: only they are examined, and sorted', async () => {
  const orderIdPrefix = one()._id.slice(0, 8);
  await eventually(async () => {
    const plans = await plansOf(database, () => lists().page({ orderIdPrefix, limit: page }));

    expect(plans).toMatchObject([{ summary: expect.stringContaining('IXSCAN { _id: 1 }'), docsExamined: 1, found: 1 }]);
  });
});

test.each([
  ['history', { userId }, { createdAt: -1, _id: -1 }],
  ['history-by-status', { userId, status: 'Pending' }, { createdAt: -1, _id: -1 }],
  ['outbox', { 'outbox.kind': 'publish', 'outbox.at': { $lt: new Date() } }, {}],
  ['republish', { republishAt: { $lte: new Date() }, 'outbox.0': { $exists: false } }, { republishAt: 1 }],
] as const)('the query of %s reads its index and does not sort', async (index, filter, sort) => {
  const plan = await database.mongo.collection(onlyOrderCollection).find(filter).sort(sort).explain('queryPlanner');

  const text = JSON.stringify(plan['queryPlanner'].winningPlan);
  expect(text).toContain(`"indexName":"${index}"`);
  expect(text).not.toContain('"stage":"SORT"');
});
