import { createOrderLists } from '@orders/order/store/order-lists';
import { createOrderStore } from '@orders/order/store/order-store';
import { onlyOrderCollection, orderCollection, type OrderDocument } from '@orders/order/store/schemas';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, dropValid, userId } from './an-order';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('orders_of_before', [orderCollection]);
});
afterAll(() => dropValid(database));

/** An order as the version before prices stored it. */
async function storeOrderOfBefore(): Promise<OrderDocument> {
  const { orderId, total: _, ...order } = anOrder({ items: [] });
  const items = [{ productId: 'prod1', quantity: 2 }];
  const document = { _id: orderId, ...order, items, outbox: [anEntry()], republishes: 0 };
  await database.mongo.collection(onlyOrderCollection).insertOne(document);
  return document;
}

const read = { items: [{ productId: 'prod1', name: 'prod1', quantity: 2, unitPrice: 0 }], totalAmount: 2 };

test('an order of before prices costs nothing, and is found, listed, cancelled and settled like any other', async () => {
  const store = createOrderStore(database.mongo);
  const lists = createOrderLists(database.mongo);
  const [settled, cancelled] = [await storeOrderOfBefore(), await storeOrderOfBefore()];
  const cancel = { action: 'cancel' as const, at: new Date(), entries: [], republishAt: new Date() };

  const answers = [
    await store.find(settled._id),
    (await store.settle([settled._id], new Date()))[0],
    (await lists.stories([settled._id]))[0]?.order,
    (await lists.page({ userId, limit: 1 }))[0],
    await store.moveFromPending({ ...cancel, orderId: cancelled._id }),
  ];

  for (const answer of answers) {
    expect(answer).toMatchObject(read);
    expect(answer).not.toHaveProperty('total');
  }
});

test('what the version before writes to an order with prices leaves them as they are', async () => {
  const store = createOrderStore(database.mongo);
  const order = anOrder();
  await store.insert(order, { publish: anEntry(), republishAt: new Date() });

  // Its writes set what changes, and nothing else.
  await database.mongo
    .collection(onlyOrderCollection)
    .updateOne({ _id: order.orderId }, { $set: { status: 'Processed' }, $inc: { revision: 1 } });

  expect(await store.find(order.orderId)).toMatchObject({ items: order.items, total: order.total });
});
