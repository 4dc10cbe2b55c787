import { randomUUID } from 'node:crypto';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createImportCatalogue } from '@orders/inventory/use-cases/import-catalogue';
import { createCommandAuditLog } from '@orders/shared/audit-log';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { aReplica, stored, validateAllStored } from './a-replica';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('import_catalogue', inventoryCollections);
});
afterAll(async () => {
  await validateAllStored(database.mongo);
  await database.drop();
});

const catalogue = () => createCatalogueStore(database.mongo);
const auditLog = () => createCommandAuditLog(database.mongo);
const importer = () =>
  createImportCatalogue({
    catalogue: catalogue(),
    auditLog: auditLog(),
    now: () => new Date(),
  });
const newId = () => `product-${randomUUID()}`;

test('products are created, changed or left, each at its place, and importing again changes nothing', async () => {
  const [shirt, jeans, scarf, nameless] = [newId(), newId(), newId(), newId()];
  const replica = aReplica(database.mongo);
  await importer()([
    { productId: shirt, name: 'Shirt', stock: 10, price: 1_999 },
    { productId: jeans, name: 'Jeans', stock: 5, price: 5_990 },
  ]);
  await replica.reserve(randomUUID(), { [shirt]: 3 });
  const products = [
    { productId: nameless, price: 1 },
    { productId: jeans, name: 'Jeans', stock: 100 },
    { productId: shirt, stock: 100, price: 2_499, archived: true },
    { productId: scarf, name: 'Scarf' },
  ];

  const outcomes = await importer()(products);
  const before = await stored(database.mongo, shirt);
  const again = await importer()(products);

  const entries = (await auditLog().list(undefined, 100)).filter(({ subject }) =>
    [shirt, jeans, scarf].includes(subject),
  );
  expect(entries.filter(({ subject }) => subject === shirt)).toMatchObject([
    { action: 'product.import', before: { price: 1_999 }, after: { price: 2_499, archived: true } },
    { action: 'product.import', after: { price: 1_999 } },
  ]);
  expect(entries).toHaveLength(4);
  expect(outcomes).toEqual(['name required', 'unchanged', 'updated', 'created']);
  expect(again).toEqual(['name required', 'unchanged', 'unchanged', 'unchanged']);
  expect(before).toMatchObject({ name: 'Shirt', price: 2_499, archived: true, available: 7, held: 3, initial: 10 });
  expect(await stored(database.mongo, shirt)).toEqual(before);
  expect(await stored(database.mongo, scarf)).toMatchObject({ available: 0, price: 0, revision: 1 });
});

test('an import on two replicas at once creates each product once', async () => {
  const products = Array.from({ length: 200 }, () => ({ productId: newId(), name: 'Shirt', stock: 1 }));

  const answers = await Promise.all([importer()(products), importer()(products)]);

  const outcomes = answers.flat();
  expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(200);
  expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(200);
});

test('a name that is imported is what the product is found by', async () => {
  const productId = newId();
  await importer()([{ productId, name: 'Shirt' }]);

  await importer()([{ productId, name: 'Unmistakable' }]);

  const search = { words: ['unmistakable'] };
  const found = await catalogue().list({ afterProductId: '', limit: 10, includeArchived: false, search });
  expect(found.map((product) => product.productId)).toEqual([productId]);
});

test('a price that is imported while the product is bought moves no stock', async () => {
  const productId = newId();
  await importer()([{ productId, name: 'Shirt', stock: 100 }]);
  const replica = aReplica(database.mongo);

  await Promise.all([
    ...Array.from({ length: 20 }, () => replica.reserve(randomUUID(), { [productId]: 1 })),
    ...Array.from({ length: 5 }, (_, price) => importer()([{ productId, price: price + 1, stock: 7 }])),
  ]);

  expect(await stored(database.mongo, productId)).toMatchObject({ available: 80, held: 20, initial: 100, adjusted: 0 });
});
