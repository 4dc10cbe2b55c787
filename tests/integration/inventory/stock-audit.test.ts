import { randomUUID } from 'node:crypto';
import { createReservationStore, type ReservationStore } from '@orders/inventory/store/reservation-store';
import { createCatalogueStore, type CatalogueStore } from '@orders/inventory/store/catalogue-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createListHeldReservations } from '@orders/inventory/use-cases/list-held-reservations';
import { createListStock } from '@orders/inventory/use-cases/list-stock';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { aProduct, aReplica } from './a-replica';

let database: TestDatabase;
let catalogue: CatalogueStore;
let reservations: ReservationStore;

beforeAll(async () => {
  database = await createTestDatabase('stock_audit', inventoryCollections);
  catalogue = createCatalogueStore(database.mongo);
  reservations = createReservationStore(database.mongo);
});
afterAll(() => database.drop());

const soon = () => new Date(Date.now() + 60_000);

test('all pages and all reservations are of the moment that the first page chose', async () => {
  const replica = aReplica(database.mongo);
  const shirts = await Promise.all([10, 10, 10].map((stock) => aProduct(database.mongo, stock)));
  const [before, later] = [randomUUID(), randomUUID()];
  const items = Object.fromEntries(shirts.map((productId) => [productId, 1]));
  await replica.reserve(before, items);
  const listStock = createListStock(catalogue);
  const listHeld = createListHeldReservations(reservations);

  const first = await listStock({ pageSize: 2, pageToken: '', readAt: '' });
  await replica.reserve(later, items);
  await replica.commit(before);
  const { readAt } = first;
  const second = await listStock({ pageSize: 2, pageToken: first.nextPageToken, readAt });
  const held = await listHeld({ heldBefore: soon(), pageSize: 10, pageToken: '', readAt });

  const products = [...first.products, ...second.products];
  expect(second.nextPageToken).toBe('');
  expect(products.map(({ productId }) => productId)).toEqual([...shirts].sort());
  for (const product of products) expect(product).toMatchObject({ available: 9, held: 1, committed: 0 });
  expect(held.reservations.map(({ orderId }) => orderId)).toEqual([before]);
  expect(await reservations.findMany([before, later], readAt)).toMatchObject([{ orderId: before, state: 'held' }]);
  expect(await reservations.findMany([before])).toMatchObject([{ orderId: before, state: 'committed' }]);
});

test('a moment that the database no longer keeps is answered MOMENT_PASSED', async () => {
  const longAgo = String(BigInt(Math.floor(Date.now() / 1_000) - 86_400) << 32n);

  await expect(catalogue.listStock({ afterProductId: '', limit: 1, readAt: longAgo })).rejects.toMatchObject({
    code: 'MOMENT_PASSED',
  });
});
