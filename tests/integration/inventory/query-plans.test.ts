import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { createReservationStore } from '@orders/inventory/store/reservation-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { randomUUID } from 'node:crypto';
import { expectIndexed } from '../../support/query-plans';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { aReplica } from './a-replica';

const page = 10;

let database: TestDatabase;
const held: { orderId: string; heldAt: Date }[] = [];
let productId: string;

/** Many reservations that are over, and some that are held. */
beforeAll(async () => {
  database = await createTestDatabase('inventory_plans', inventoryCollections);
  const { mongo } = database;
  const product = { name: 'Shirt', available: 100, held: 0, committed: 0, initial: 100, restocked: 0, adjusted: 0 };
  const products = Array.from({ length: 200 }, () => ({ ...product, _id: randomUUID(), revision: 1 }));
  productId = products[0]!._id;
  await mongo.collection<{ _id: string }>('products').insertMany(products);
  const documents = Array.from({ length: 400 }, (_, index) => ({
    _id: randomUUID(),
    items: [{ productId, quantity: 1 }],
    bodyHash: 'hash',
    state: index % 10 === 0 ? 'held' : 'committed',
    epoch: 1,
    heldAt: new Date(Date.now() - 1_000 * index),
    updatedAt: new Date(),
  }));
  for (const { _id, state, heldAt } of documents) if (state === 'held') held.push({ orderId: _id, heldAt });
  await mongo.collection<{ _id: string }>('reservations').insertMany(documents);
});
afterAll(() => database.drop());

const replica = () => aReplica(database.mongo);
const catalogue = () => createCatalogueStore(database.mongo);
const reservations = () => createReservationStore(database.mongo);
const heldBefore = new Date(Date.now() + 1_000);

test.each<[string, () => Promise<unknown>]>([
  ['a page of the catalogue', () => catalogue().list({ afterProductId: '', limit: page, includeArchived: false })],
  [
    'a page in the middle of the catalogue',
    () => catalogue().list({ afterProductId: productId, limit: page, includeArchived: true }),
  ],
  ['imported products', () => catalogue().findMany([productId])],
  ['a page of search terms', () => catalogue().listTerms(productId)],
  ['products without search terms', () => catalogue().findWithoutTerms()],
  ['products whose terms are put', () => catalogue().putTerms([{ productId, name: 'Shirt', terms: ['shirt'] }])],
  ['a product', () => catalogue().find(productId)],
  ['a reservation', () => reservations().find(held[0]!.orderId)],
  ['the oldest held reservations', () => reservations().listHeld({ heldBefore, limit: page })],
  [
    'a page in the middle of the held ones',
    () => reservations().listHeld({ heldBefore, after: held[20]!, limit: page }),
  ],
  ['totals of an audit', () => catalogue().listStock({ afterProductId: '', limit: page })],
  ['reservations of an audit', () => reservations().findMany([held[0]!.orderId])],
  ['reserving', () => replica().reserve(randomUUID(), { [productId]: 1 })],
  ['reserving once more', () => replica().reserve(held[1]!.orderId, { [productId]: 1 })],
  ['committing', () => replica().commit(held[2]!.orderId)],
])('%s: all that is asked goes by an index', (_, work) => expectIndexed(database, work));
