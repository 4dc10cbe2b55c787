import { randomUUID } from 'node:crypto';
import { decideRequests } from '@orders/inventory/domain/decide-requests';
import type { StockRequest } from '@orders/inventory/domain/stock-request';
import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createTestDatabase } from '../../support/test-database';
import { aProduct, aReplica, stored } from './a-replica';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase('guarded_writes', inventoryCollections);
});
afterAll(() => database.drop());

/** Decides on what is stored now, lets `meanwhile` happen, and writes only then. */
async function writeLate(requests: StockRequest[], meanwhile: () => Promise<unknown>) {
  const store = createInventoryStore(database.mongo);
  const orderIds = requests.flatMap((request) => ('orderId' in request ? [request.orderId] : []));
  const productIds = requests.flatMap((request) => ('productId' in request ? [request.productId] : []));
  const itemIds = requests.flatMap((request) =>
    'items' in request ? request.items.map((item) => item.productId) : [],
  );
  const snapshot = await store.read({ orderIds, productIds: [...productIds, ...itemIds], operationIds: [] });
  const { changes } = decideRequests(requests, snapshot, new Date());
  await meanwhile();
  return store.write(changes);
}

/** Reads a product, lets two of its units be taken, and reads the reservation that took them. */
async function readTorn(shirt: string) {
  const orderId = randomUUID();
  const store = createInventoryStore(database.mongo);
  const { products } = await store.read({ productIds: [shirt], orderIds: [], operationIds: [] });
  await aReplica(database.mongo).reserve(orderId, { [shirt]: 2 });
  const { reservations, operations } = await store.read({ productIds: [], orderIds: [orderId], operationIds: [] });
  return { store, orderId, torn: { products, reservations, operations } };
}

const reserve = (orderId: string, productId: string): StockRequest => ({
  kind: 'reserve',
  orderId,
  items: [{ productId, quantity: 1 }],
  bodyHash: 'hash',
  currency: 'EUR',
});

test('a write is refused when what is left of a product since it was read is not enough, and leaves nothing behind', async () => {
  const [shirt, jeans] = [await aProduct(database.mongo, 1), await aProduct(database.mongo, 1)];
  const replica = aReplica(database.mongo);
  const orderIds = [randomUUID(), randomUUID()];

  const written = await writeLate([reserve(orderIds[0]!, shirt), reserve(orderIds[1]!, jeans)], () =>
    replica.reserve(randomUUID(), { [jeans]: 1 }),
  );

  expect(written).toBe('conflict');
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 1, held: 0 });
  expect(await replica.commit(orderIds[0]!)).toEqual({ outcome: 'not held' });
});

test('a write that only moves units stands when others moved some meanwhile and enough are left', async () => {
  const shirt = await aProduct(database.mongo, 3);
  const replica = aReplica(database.mongo);
  await replica.reserve('settled', { [shirt]: 1 });

  const written = await writeLate([reserve(randomUUID(), shirt)], async () => {
    await replica.reserve(randomUUID(), { [shirt]: 1 });
    await replica.commit('settled');
  });

  expect(written).toBe('written');
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 0, held: 2, committed: 1, revision: 4 });
});

test('a product that was read before its units were taken is settled by a reservation that was read after', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const { store, orderId, torn } = await readTorn(shirt);
  const { changes } = decideRequests([{ kind: 'commit', orderId }], torn, new Date());

  expect(await store.write(changes)).toBe('written');
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 0, committed: 2 });
});

test('a stock that is set beside such a reservation is refused, and nothing is settled', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const { store, orderId, torn } = await readTorn(shirt);
  const setStock = { kind: 'update product', productId: shirt, stock: 9, operationId: randomUUID() } as const;

  const { changes } = decideRequests([{ kind: 'commit', orderId }, setStock], torn, new Date());

  expect(await store.write(changes)).toBe('conflict');
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 2, committed: 0 });
});

test('a change of the catalogue is refused when units moved since its product was read', async () => {
  const productId = await aProduct(database.mongo, 3);
  const setStock = { kind: 'update product', productId, stock: 9, operationId: randomUUID() } as const;

  const written = await writeLate([setStock], () => aReplica(database.mongo).reserve(randomUUID(), { [productId]: 1 }));

  expect(written).toBe('conflict');
  expect(await stored(database.mongo, productId)).toMatchObject({ available: 2, held: 1 });
});

test('a write is refused when a reservation was made under its order id since', async () => {
  const [shirt, jeans] = [await aProduct(database.mongo, 1), await aProduct(database.mongo, 1)];
  const orderId = randomUUID();

  const written = await writeLate([reserve(orderId, shirt)], () =>
    aReplica(database.mongo).reserve(orderId, { [jeans]: 1 }),
  );

  expect(written).toBe('conflict');
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 1, held: 0 });
});

test('a write is refused when its reservation was released since', async () => {
  const shirt = await aProduct(database.mongo, 1);
  const replica = aReplica(database.mongo);
  const orderId = randomUUID();
  // The stock of an expired reservation is back already, so that closing it touches no product.
  await replica.reserve(orderId, { [shirt]: 1 });
  await replica.expire(orderId, 1);

  const written = await writeLate([reserve(orderId, shirt)], () => replica.release(orderId));

  expect(written).toBe('conflict');
  expect(await replica.reserve(orderId, { [shirt]: 1 })).toEqual({ outcome: 'closed' });
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 1, held: 0 });
});

test('a write is refused when its product was made by someone else since', async () => {
  const productId = `product-${randomUUID()}`;
  const create = (stock: number) =>
    ({ kind: 'create product', productId, name: 'A product', stock, operationId: randomUUID() }) as const;

  const written = await writeLate([create(1)], () => aReplica(database.mongo).submit<'create product'>(create(2)));

  expect(written).toBe('conflict');
  expect(await stored(database.mongo, productId)).toMatchObject({ available: 2 });
});

test('stock that a parallel attempt took is never read without the reservation that took it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const shirt = await aProduct(database.mongo, 1);
    const orderId = randomUUID();
    const store = createInventoryStore(database.mongo);
    const reading = { productIds: [shirt], orderIds: [orderId], operationIds: [] };

    const [snapshots] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, () => store.read(reading))),
      aReplica(database.mongo).reserve(orderId, { [shirt]: 1 }),
    ]);

    const unexplained = snapshots.filter(
      ({ products, reservations }) => products.get(shirt)?.available === 0 && !reservations.has(orderId),
    );
    expect(unexplained).toEqual([]);
  }
});
