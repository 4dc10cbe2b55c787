import { orderIndexes } from '@orders/order/store/indexes';
import { insertOrders } from '@orders/order/store/insert-orders';
import { createOrderLists } from '@orders/order/store/order-lists';
import { createOrderStore } from '@orders/order/store/order-store';
import { toDocument, type OrderDocument, type StoredDocument } from '@orders/order/store/order-document';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { createVoidStore } from '@orders/order/store/void-store';
import { createGetOrderStory } from '@orders/order/use-cases/order-stories';
import { randomUUID } from 'node:crypto';
import { expectIndexed } from '../../support/query-plans';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, firstOutbox, userId } from './an-order';

const stored = 400;
const page = 10;
const long = new Date('2026-01-01');

let database: TestDatabase;
let documents: OrderDocument[];

/** Orders of one user, each a second older than the one before; a tenth is pending, and a tenth of those owes something. */
beforeAll(async () => {
  database = await createTestDatabase('order_plans', orderIndexes);
  documents = Array.from({ length: stored }, (_, index) => {
    const at = new Date(long.getTime() - index * 1_000);
    const isPending = index % 10 === 0;
    const order = anOrder({ status: isPending ? 'Pending' : 'Processed', createdAt: at, updatedAt: at });
    const { republishAt, ...document } = toDocument(order, firstOutbox(at));
    const outbox = index % 100 === 0 ? document.outbox : [];
    return { ...document, outbox, ...(isPending && republishAt && { republishAt }) };
  });
  await database.mongo.collection<StoredDocument>('orders').insertMany(documents);
});
afterAll(() => database.drop());

const one = () => documents[200]!;
const position = () => ({ createdAt: one().createdAt, orderId: one()._id });
const orders = () => createOrderStore(database.mongo);
const lists = () => createOrderLists(database.mongo);
const outbox = () => createOutboxStore(database.mongo);
const voids = () => createVoidStore(database.mongo);
const owed = () => ({ orderId: documents[100]!._id, entryId: documents[100]!.outbox[0]!.id });
const failure = () => ({
  orderId: randomUUID(),
  action: 'fail' as const,
  reason: 'x',
  at: long,
  entries: [],
  republishAt: long,
});
const candidate = () => ({ order: anOrder(), republishAt: long, republishes: 0 });
const takings = () => [{ orderId: one()._id, epoch: 1 }];

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
      }),
  ],
  ['settling orders', () => orders().settle([one()._id, documents[3]!._id], long)],
  ['an order under an id that is taken', () => insertOrders(database.mongo, [{ ...one(), bodyHash: 'another' }])],
  ['all orders', () => lists().page({ limit: page })],
  ['a page in the middle of all orders', () => lists().page({ after: position(), limit: page })],
  ['all orders by status', () => lists().page({ status: 'Pending', limit: page })],
  ['all orders of a user', () => lists().page({ userId, limit: page })],
  ['the story of an order', () => createGetOrderStory({ lists: lists() })(one()._id)],
  ['stories by id', () => lists().stories([one()._id])],
  ['a page of stories', () => lists().storiesAfter({ afterOrderId: '', limit: page })],
  ['failing an order', () => orders().moveFromPending(failure())],
  ['what outboxes owe', () => outbox().owedBefore({ kind: 'publish', before: new Date(), limit: page })],
  ['removing from an outbox', () => outbox().remove([owed()])],
  ['what is published again', () => outbox().republishable(new Date(), page)],
  ['publishing again', () => outbox().republish(candidate(), { entry: anEntry(), nextAt: long })],
  ['what has no order', () => voids().withoutOrder(takings())],
  ['fencing', () => voids().fence(takings())],
])('%s is found by an index', (_, work) => expectIndexed(database, work));
