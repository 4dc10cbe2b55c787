import { insertImported } from '@orders/order/store/insert-imported';
import { createOrderStore } from '@orders/order/store/order-store';
import { orderCollection, type OrderDocument, type Tombstone } from '@orders/order/store/schemas';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, dropValid, firstOutbox } from './an-order';

let database: TestDatabase;
let orders: ReturnType<typeof createOrderStore>;

beforeAll(async () => {
  database = await createTestDatabase('insert_orders', [orderCollection]);
  orders = createOrderStore(database.mongo);
});
afterAll(() => dropValid(database));

const insert = (order: ReturnType<typeof anOrder>) => orders.insert(order, firstOutbox());
const stored = (orderId: string) => database.mongo.collection(orderCollection).findOne({ _id: orderId });

test('two replicas that insert the same id agree on one order', async () => {
  const otherReplica = createOrderStore(database.mongo);
  for (let round = 0; round < 10; round += 1) {
    const order = anOrder();

    const outcomes = await Promise.all([insert({ ...order }), otherReplica.insert({ ...order }, firstOutbox())]);

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
  }
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

test.each(['Pending', 'Failed'] as const)('an order that was imported as %s is published again too', async (status) => {
  const order = anOrder({ status });
  await insertImported(database.mongo, [{ order, publish: anEntry() }]);

  const document = (await stored(order.orderId)) as OrderDocument;
  expect(document.republishAt).toBeInstanceOf(Date);
});

test('a tombstone is removed after 45 days', async () => {
  const { orderId } = anOrder();
  await createTombstoneStore(database.mongo).writeTombstones([{ orderId, epoch: 1 }]);

  const document = await stored(orderId);
  const days = ((document as Tombstone).purgeAt.getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(45);
});
