import { randomUUID } from 'node:crypto';
import type { ReservationDocument } from '@orders/inventory/store/schemas';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { createReservationStore } from '@orders/inventory/store/reservation-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createListHeldReservations } from '@orders/inventory/use-cases/list-held-reservations';
import { createTestDatabase } from '../../support/test-database';
import { aProduct, aReplica } from './a-replica';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase('reservations_store', inventoryCollections);
});
afterAll(() => database.drop());

const reservations = () => database.mongo.collection<ReservationDocument>('reservations');
const soon = () => new Date(Date.now() + 60_000);

test('held reservations are paged oldest first, also those of one moment; what is over is not among them', async () => {
  const replica = aReplica(database.mongo);
  const shirt = await aProduct(database.mongo, 100);
  const orderIds = Array.from({ length: 12 }, () => randomUUID());
  // Those that share a batch share a moment.
  await Promise.all(orderIds.slice(0, 5).map((orderId) => replica.reserve(orderId, { [shirt]: 1 })));
  for (const orderId of orderIds.slice(5)) await replica.reserve(orderId, { [shirt]: 1 });
  await Promise.all([replica.commit(orderIds[9]!), replica.release(orderIds[10]!), replica.expire(orderIds[11]!, 1)]);
  const list = createListHeldReservations(createReservationStore(database.mongo));

  const seen: { orderId: string; epoch: number }[] = [];
  let pageToken = '';
  do {
    const page = await list({ heldBefore: soon(), pageSize: 2, pageToken, readAt: '' });
    seen.push(...page.reservations);
    pageToken = page.nextPageToken;
  } while (pageToken !== '');

  expect(seen.map(({ orderId }) => orderId)).toEqual([...orderIds.slice(0, 5).sort(), ...orderIds.slice(5, 9)]);
  expect(new Set(seen.map(({ epoch }) => epoch))).toEqual(new Set([1]));
});

test('reservations that were made since are not listed', async () => {
  const list = createListHeldReservations(createReservationStore(database.mongo));

  const page = await list({ heldBefore: new Date(0), pageSize: 10, pageToken: '', readAt: '' });

  expect(page).toEqual({ reservations: [], nextPageToken: '' });
});

test.each([
  ['first', {}],
  ['later', { $or: [{ heldAt: { $gt: new Date(0) } }, { heldAt: new Date(0), _id: { $gt: 'a' } }] }],
])('the %s page of held reservations reads the index and sorts nothing', async (_, later) => {
  const plan = await reservations()
    .find({ state: 'held', heldAt: { $lt: soon() }, ...later })
    .sort({ heldAt: 1, _id: 1 })
    .explain('queryPlanner');

  const text = JSON.stringify(plan['queryPlanner'].winningPlan);
  expect(text).toContain('"indexName":"held"');
  expect(text).not.toContain('"stage":"SORT"');
});

test('what is over names the day it is purged, what is held names none, and the database keeps to it', async () => {
  const replica = aReplica(database.mongo);
  const shirt = await aProduct(database.mongo, 10);
  const [held, over] = [randomUUID(), randomUUID()];
  await Promise.all([replica.reserve(held, { [shirt]: 1 }), replica.reserve(over, { [shirt]: 1 })]);
  await replica.commit(over);

  const days = ((await reservations().findOne({ _id: over }))!.purgeAt!.getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(60);
  expect(await reservations().findOne({ _id: held })).not.toHaveProperty('purgeAt');
  expect(await reservations().indexes()).toContainEqual(
    expect.objectContaining({ key: { purgeAt: 1 }, expireAfterSeconds: 0 }),
  );
});

test('reads that decide, and reads that clients see, ask for what a majority has', async () => {
  const watched = await createTestDatabase('read_concern', inventoryCollections);
  const shirt = await aProduct(watched.mongo, 10);
  const replica = aReplica(watched.mongo);
  await watched.mongo.collection('products').db.command({ profile: 2 });

  const orderId = randomUUID();
  await replica.reserve(orderId, { [shirt]: 1 });
  await replica.commit(orderId);
  await createCatalogueStore(watched.mongo).list({ afterProductId: '', limit: 1, includeArchived: false });
  await createCatalogueStore(watched.mongo).find(shirt);
  await createReservationStore(watched.mongo).listHeld({ heldBefore: soon(), limit: 1 });

  const reads = await watched.mongo
    .collection<{ _id: string; op: string; ns: string; command: { readConcern?: { level: string } } }>('system.profile')
    .find({ op: 'query', ns: /products|reservations|operations/ })
    .toArray();
  // The commit knows the product from the reserve before it.
  expect(reads.length).toBeGreaterThanOrEqual(5);
  expect(new Set(reads.map(({ command }) => command.readConcern?.level))).toEqual(new Set(['majority']));
  await watched.drop();
});
