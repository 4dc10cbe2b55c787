import { randomUUID } from 'node:crypto';
import { isSound } from '@orders/inventory/domain/product';
import type { StoredState } from '@orders/inventory/domain/reservation';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import type { ReservationDocument } from '@orders/inventory/store/schemas';
import { createTestDatabase } from '../../support/test-database';
import { aProduct, aReplica, stored, validateAllStored, type Replica } from './a-replica';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let replicas: [Replica, Replica];

beforeAll(async () => {
  database = await createTestDatabase('no_oversell', inventoryCollections);
  replicas = [aReplica(database.mongo), aReplica(database.mongo)];
});
afterAll(async () => {
  await validateAllStored(database.mongo);
  await database.drop();
});

const count = (answers: { outcome: string }[], outcome: string) =>
  answers.filter((answer) => answer.outcome === outcome).length;
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const alternately = (n: number): Replica => replicas[n % 2 === 0 ? 0 : 1];
const reservations = () => database.mongo.collection<ReservationDocument>('reservations');

test('of 400 concurrent buyers exactly 100 get one of 100 units', async () => {
  const shirt = await aProduct(database.mongo, 100);

  const answers = await Promise.all(times(400, () => replicas[0].reserve(randomUUID(), { [shirt]: 1 })));

  expect([count(answers, 'held'), count(answers, 'out of stock')]).toEqual([100, 300]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 0, held: 100, initial: 100 });
  expect(await reservations().countDocuments({ 'items.productId': shirt, state: 'held' })).toBe(100);
});

test('two replicas sell one hot product together, unit by unit', async () => {
  const shirt = await aProduct(database.mongo, 100);

  const answers = await Promise.all(times(400, (n) => alternately(n).reserve(randomUUID(), { [shirt]: 1 })));

  expect([count(answers, 'held'), count(answers, 'out of stock')]).toEqual([100, 300]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 0, held: 100 });
});

test('orders that take two products in opposite orders end, and neither product is oversold', async () => {
  const [shirt, jeans] = [await aProduct(database.mongo, 60), await aProduct(database.mongo, 40)];
  const pair = (n: number) => (n % 4 < 2 ? { [shirt]: 1, [jeans]: 1 } : { [jeans]: 1, [shirt]: 1 });

  const answers = await Promise.all(times(120, (n) => alternately(n).reserve(randomUUID(), pair(n))));

  expect(count(answers, 'held')).toBe(40);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 20, held: 40 });
  expect(await stored(database.mongo, jeans)).toMatchObject({ available: 0, held: 40 });
});

test('attempts under one order id on two replicas take the stock once, and all of them hold it', async () => {
  for (let round = 0; round < 10; round += 1) {
    const shirt = await aProduct(database.mongo, 1);
    const orderId = randomUUID();

    const answers = await Promise.all(times(8, (n) => alternately(n).reserve(orderId, { [shirt]: 1 })));

    expect(answers).toMatchObject(times(8, () => ({ outcome: 'held', epoch: 1 })));
    expect(await stored(database.mongo, shirt)).toMatchObject({ available: 0, held: 1 });
  }
});

test('a duplicate order id never fails its neighbours on the other replica', async () => {
  const shirt = await aProduct(database.mongo, 100);
  const shared = randomUUID();

  const answers = await Promise.all(
    times(40, (n) => alternately(n).reserve(n < 10 ? shared : randomUUID(), { [shirt]: 1 })),
  );

  expect(count(answers, 'held')).toBe(40);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 69, held: 31 });
});

test('a short order in the middle of a batch never fails its neighbours', async () => {
  const [shirt, jeans] = [await aProduct(database.mongo, 10), await aProduct(database.mongo, 1)];

  const answers = await Promise.all([
    replicas[0].reserve(randomUUID(), { [shirt]: 2 }),
    replicas[0].reserve(randomUUID(), { [shirt]: 1, [jeans]: 2 }),
    replicas[0].reserve(randomUUID(), { [shirt]: 3, unknown: 1 }),
    replicas[0].reserve(randomUUID(), { [shirt]: 3 }),
  ]);

  expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'out of stock', 'unknown product', 'held']);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 5, held: 5 });
});

test('a commit, a release and an expiry that race on two replicas leave every unit accounted for', async () => {
  const shirt = await aProduct(database.mongo, 40);
  const orderIds = times(40, () => randomUUID());
  await Promise.all(orderIds.map((orderId) => replicas[0].reserve(orderId, { [shirt]: 1 })));

  await Promise.all(
    orderIds.flatMap((orderId, n) => [
      alternately(n).commit(orderId),
      n % 3 === 0 ? alternately(n + 1).release(orderId) : alternately(n + 1).expire(orderId, 1),
    ]),
  );

  const product = await stored(database.mongo, shirt);
  const inState = (state: StoredState) => reservations().countDocuments({ 'items.productId': shirt, state });
  expect(isSound(product)).toBe(true);
  expect(product).toMatchObject({ held: 0, committed: await inState('committed') });
  expect(product.available).toBe((await inState('released')) + (await inState('expired')));
});

test('what was released stays closed for an attempt that comes late on another replica', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const orderId = randomUUID();
  await replicas[0].reserve(orderId, { [shirt]: 2 });

  await replicas[0].release(orderId);

  expect(await replicas[1].reserve(orderId, { [shirt]: 2 })).toEqual({ outcome: 'closed' });
  expect(await replicas[1].commit(orderId)).toEqual({ outcome: 'released' });
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 5, held: 0 });
});

test('stock that is taken again after an expiry is safe from an expiry of the first epoch', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const orderId = randomUUID();
  await replicas[0].reserve(orderId, { [shirt]: 2 });
  await replicas[0].expire(orderId, 1);

  expect(await replicas[1].reserve(orderId, { [shirt]: 2 })).toMatchObject({ outcome: 'held', epoch: 2 });
  expect(await replicas[0].expire(orderId, 1)).toEqual({ outcome: 'unchanged' });
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 2 });
});
