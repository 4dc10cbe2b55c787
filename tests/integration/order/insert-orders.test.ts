import { createOrderStore } from '@orders/order/store/order-store';
import type { StoredDocument } from '@orders/order/store/order-document';
import { orderIndexes } from '@orders/order/store/indexes';
import { createVoidStore } from '@orders/order/store/void-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anOrder, firstOutbox } from './an-order';

let database: TestDatabase;
let orders: ReturnType<typeof createOrderStore>;
let voids: ReturnType<typeof createVoidStore>;

beforeAll(async () => {
  database = await createTestDatabase('insert_orders', orderIndexes);
  orders = createOrderStore(database.mongo);
  voids = createVoidStore(database.mongo);
});
afterAll(() => database.drop());

const insert = (order: ReturnType<typeof anOrder>) => orders.insert(order, firstOutbox());
const stored = (orderId: string) => database.mongo.collection<StoredDocument>('orders').findOne({ _id: orderId });

test('of many parallel inserts under one id exactly one gets in, and the others meet its order', async () => {
  const order = anOrder();

  const insertions = await Promise.all(Array.from({ length: 25 }, () => insert({ ...order })));

  expect(insertions.filter(({ outcome }) => outcome === 'inserted')).toHaveLength(1);
  expect(insertions.filter(({ outcome }) => outcome === 'exists')).toHaveLength(24);
});

test('two replicas that insert the same id at once agree on one order', async () => {
  const otherReplica = createOrderStore(database.mongo);
  for (let round = 0; round < 10; round += 1) {
    const order = anOrder();

    const outcomes = await Promise.all([insert({ ...order }), otherReplica.insert({ ...order }, firstOutbox())]);

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
  }
});

test('a duplicate in a batch never fails its neighbours', async () => {
  const known = anOrder();
  await insert(known);
  const neighbours = [anOrder(), anOrder(), anOrder()];

  const insertions = await Promise.all([neighbours[0]!, known, neighbours[1]!, neighbours[2]!].map(insert));

  expect(insertions.map(({ outcome }) => outcome)).toEqual(['inserted', 'exists', 'inserted', 'inserted']);
  for (const { orderId } of neighbours) expect(await stored(orderId)).toMatchObject({ status: 'Pending' });
});

test('an order cannot be stored on the epoch that a Void has fenced', async () => {
  const order = anOrder({ epoch: 1 });
  await voids.fence([{ orderId: order.orderId, epoch: 1 }]);

  expect(await insert(order)).toEqual({ outcome: 'fenced' });
  expect(await stored(order.orderId)).toMatchObject({ void: true, epoch: 1 });
});

test('an order of a later epoch replaces the Void, also when it comes twice', async () => {
  const order = anOrder({ epoch: 2 });
  await voids.fence([{ orderId: order.orderId, epoch: 1 }]);

  const insertions = await Promise.all([insert(order), insert({ ...order })]);

  expect(insertions.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
  expect(await stored(order.orderId)).toMatchObject({ status: 'Pending', epoch: 2 });
});

test('a Void leaves a stored order as it is, and does not count as a fence', async () => {
  const order = anOrder();
  await insert(order);
  const before = await stored(order.orderId);

  const fenced = await voids.fence([{ orderId: order.orderId, epoch: 1 }]);

  expect(fenced).toEqual([]);
  expect(await stored(order.orderId)).toEqual(before);
});

test('a Void never goes back to a smaller epoch', async () => {
  const { orderId } = anOrder();
  await voids.fence([{ orderId, epoch: 3 }]);

  const fenced = await voids.fence([{ orderId, epoch: 2 }]);

  expect(fenced).toEqual([{ orderId, epoch: 2 }]);
  expect(await stored(orderId)).toMatchObject({ epoch: 3 });
});

test('an insert and a fence that race leave either the order or the Void, and both sides know which', async () => {
  for (let round = 0; round < 30; round += 1) {
    const order = anOrder();

    const [insertion, fenced] = await Promise.all([
      insert(order),
      voids.fence([{ orderId: order.orderId, epoch: order.epoch }]),
    ]);

    expect(insertion.outcome === 'inserted').toBe(fenced.length === 0);
  }
});

test('no reader ever sees a Void', async () => {
  const { orderId } = anOrder();
  await voids.fence([{ orderId, epoch: 1 }]);

  expect(await orders.find(orderId)).toBeUndefined();
  expect(await orders.findMany([orderId])).toEqual([]);
  expect(await orders.settle([orderId], new Date())).toEqual([]);
});

describe('when the result of a write is unknown it looks again', () => {
  const failNext = (data: object, times = 1) =>
    database.mongo.admin().command({
      configureFailPoint: 'failCommand',
      mode: { times },
      data: { failCommands: ['insert'], appName: database.name, ...data },
    });

  test('an order that did get stored is found, not stored twice', async () => {
    const order = anOrder();
    await failNext({ writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } });

    const insertion = await insert(order);

    expect(insertion).toMatchObject({ outcome: 'exists', order: { orderId: order.orderId } });
  });

  test('an order that did not get stored is stored', async () => {
    const order = anOrder();
    await failNext({ errorCode: 262 });

    expect(await insert(order)).toEqual({ outcome: 'inserted' });
    expect(await stored(order.orderId)).toMatchObject({ status: 'Pending' });
  });

  test('a batch with a duplicate that a majority did not acknowledge is looked at whole', async () => {
    const [known, fresh] = [anOrder(), anOrder()];
    await insert(known);
    await failNext({ writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } });

    const insertions = await Promise.all([insert(known), insert(fresh)]);

    expect(insertions).toMatchObject([
      { outcome: 'exists', order: { orderId: known.orderId } },
      { outcome: 'exists', order: { orderId: fresh.orderId } },
    ]);
  });

  test('a connection that is lost twice is no error for the caller', async () => {
    const order = anOrder();
    await failNext({ closeConnection: true }, 2);

    expect(await insert(order)).toEqual({ outcome: 'inserted' });
    expect(await stored(order.orderId)).toMatchObject({ status: 'Pending' });
  });
});
