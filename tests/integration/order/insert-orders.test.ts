import { createOrderStore } from '@orders/order/store/order-store';
import { orderCollection } from '@orders/order/store/schemas';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anOrder, dropValid, firstOutbox } from './an-order';

let database: TestDatabase;
let orders: ReturnType<typeof createOrderStore>;
let tombstones: ReturnType<typeof createTombstoneStore>;

beforeAll(async () => {
  database = await createTestDatabase('insert_orders', [orderCollection]);
  orders = createOrderStore(database.mongo);
  tombstones = createTombstoneStore(database.mongo);
});
afterAll(() => dropValid(database));

const insert = (order: ReturnType<typeof anOrder>) => orders.insert(order, firstOutbox());
const stored = (orderId: string) => database.mongo.collection(orderCollection).findOne({ _id: orderId });

test('of many parallel inserts under one id exactly one succeeds, and the others find its order', async () => {
  const order = anOrder();

  const insertions = await Promise.all(Array.from({ length: 25 }, () => insert({ ...order })));

  expect(insertions.filter(({ outcome }) => outcome === 'inserted')).toHaveLength(1);
  expect(insertions.filter(({ outcome }) => outcome === 'exists')).toHaveLength(24);
});

test('two replicas that insert the same id agree on one order', async () => {
  const otherReplica = createOrderStore(database.mongo);
  for (let round = 0; round < 10; round += 1) {
    const order = anOrder();

    const outcomes = await Promise.all([insert({ ...order }), otherReplica.insert({ ...order }, firstOutbox())]);

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
  }
});

test('a duplicate never fails the other inserts of its batch', async () => {
  const known = anOrder();
  await insert(known);
  const neighbours = [anOrder(), anOrder(), anOrder()];

  const insertions = await Promise.all([neighbours[0]!, known, neighbours[1]!, neighbours[2]!].map(insert));

  expect(insertions.map(({ outcome }) => outcome)).toEqual(['inserted', 'exists', 'inserted', 'inserted']);
  for (const { orderId } of neighbours) expect(await stored(orderId)).toMatchObject({ status: 'Pending' });
});

test('an order is not inserted over a tombstone of its own epoch', async () => {
  const order = anOrder({ epoch: 1 });
  await tombstones.writeTombstones([{ orderId: order.orderId, epoch: 1 }]);

  expect(await insert(order)).toEqual({ outcome: 'expired' });
  expect(await stored(order.orderId)).toMatchObject({ void: true, epoch: 1 });
});

test('an order of a later epoch replaces the tombstone, also when it comes twice', async () => {
  const order = anOrder({ epoch: 2 });
  await tombstones.writeTombstones([{ orderId: order.orderId, epoch: 1 }]);

  const insertions = await Promise.all([insert(order), insert({ ...order })]);

  expect(insertions.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
  expect(await stored(order.orderId)).toMatchObject({ status: 'Pending', epoch: 2 });
});

test('a tombstone is not written over an order', async () => {
  const order = anOrder();
  await insert(order);
  const before = await stored(order.orderId);

  const written = await tombstones.writeTombstones([{ orderId: order.orderId, epoch: 1 }]);

  expect(written).toEqual([]);
  expect(await stored(order.orderId)).toEqual(before);
});

test('a tombstone never goes back to a smaller epoch', async () => {
  const { orderId } = anOrder();
  await tombstones.writeTombstones([{ orderId, epoch: 3 }]);

  const written = await tombstones.writeTombstones([{ orderId, epoch: 2 }]);

  expect(written).toEqual([{ orderId, epoch: 2 }]);
  expect(await stored(orderId)).toMatchObject({ epoch: 3 });
});

test('an insert and a tombstone that race leave one of the two, and both callers know which', async () => {
  for (let round = 0; round < 30; round += 1) {
    const order = anOrder();

    const [insertion, written] = await Promise.all([
      insert(order),
      tombstones.writeTombstones([{ orderId: order.orderId, epoch: order.epoch }]),
    ]);

    expect(insertion.outcome === 'inserted').toBe(written.length === 0);
  }
});

test('no reader ever sees a tombstone', async () => {
  const { orderId } = anOrder();
  await tombstones.writeTombstones([{ orderId, epoch: 1 }]);

  expect(await orders.find(orderId)).toBeUndefined();
  expect(await orders.findMany([orderId])).toEqual([]);
  expect(await orders.settle([orderId], new Date())).toEqual([]);
});

describe('after a write whose result is unknown it looks again', () => {
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

  test('a batch with a duplicate that a majority did not acknowledge is read again whole', async () => {
    const [known, fresh] = [anOrder(), anOrder()];
    await insert(known);
    await failNext({ writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } });

    const insertions = await Promise.all([insert(known), insert(fresh)]);

    expect(insertions).toMatchObject([
      { outcome: 'exists', order: { orderId: known.orderId } },
      { outcome: 'exists', order: { orderId: fresh.orderId } },
    ]);
  });

  test('a connection that is lost twice is not an error for the caller', async () => {
    const order = anOrder();
    await failNext({ closeConnection: true }, 2);

    expect(await insert(order)).toEqual({ outcome: 'inserted' });
    expect(await stored(order.orderId)).toMatchObject({ status: 'Pending' });
  });
});
