import { randomUUID } from 'node:crypto';
import { newProduct } from '@orders/inventory/domain/product';
import type { ProductRequest } from '@orders/inventory/domain/stock-request';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createSeedCatalogue } from '@orders/inventory/use-cases/seed-catalogue';
import { createTestDatabase } from '../../support/test-database';
import { aProduct, aReplica, composeReplica, stored, validateAllStored, type Replica } from './a-replica';

const wholePage = { afterProductId: '', limit: 100, includeArchived: true };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let replicas: [Replica, Replica];

beforeAll(async () => {
  database = await createTestDatabase('catalogue', inventoryCollections);
  replicas = [aReplica(database.mongo), aReplica(database.mongo)];
});
afterAll(async () => {
  await validateAllStored(database.mongo);
  await database.drop();
});

test('a restock that is retried on two replicas counts once, and each attempt gets the same answer', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const restock = { kind: 'restock product', productId: shirt, quantity: 3, operationId: randomUUID() } as const;

  const answers = await Promise.all(
    [0, 1, 0, 1].map((n) => replicas[n === 0 ? 0 : 1].submit<'restock product'>(restock)),
  );
  const later = await replicas[1].submit<'restock product'>(restock);

  expect(answers[0]).toMatchObject({ outcome: 'done', product: { productId: shirt, name: 'A product', available: 8 } });
  expect([...answers, later]).toEqual(Array(5).fill(answers[0]));
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 8, restocked: 3 });
});

test('a request under the operation id of another one is refused by each replica, and changes nothing', async () => {
  const [shirt, jeans] = [await aProduct(database.mongo, 5), await aProduct(database.mongo, 5)];
  const newReplica = () => {
    const { useCases } = composeReplica(database.mongo);
    return (request: ProductRequest) => useCases.changeCatalogue(request, Infinity);
  };
  const [first, second] = [newReplica(), newReplica()];
  const operationId = randomUUID();
  const restock = { kind: 'restock product', productId: shirt, quantity: 3, operationId } as const;

  const answers = [await first(restock), await second(restock)];

  expect(answers.map(({ available }) => available)).toEqual([8, 8]);
  for (const request of [
    { ...restock, quantity: 4 },
    { ...restock, productId: jeans },
    { kind: 'update product', productId: shirt, stock: 3, operationId },
    { kind: 'create product', productId: `product-${randomUUID()}`, name: 'Another', stock: 3, operationId },
  ] satisfies ProductRequest[]) {
    await expect(second(request)).rejects.toMatchObject({ kind: 'CONFLICT', code: 'IDEMPOTENCY_KEY_REUSED' });
  }
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 8, restocked: 3 });
  expect(await stored(database.mongo, jeans)).toMatchObject({ available: 5, restocked: 0 });
});

test('an operation that was stored without a hash answers its request again', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const restock = { kind: 'restock product', productId: shirt, quantity: 3, operationId: randomUUID() } as const;
  await replicas[0].submit<'restock product'>(restock);

  const answer = await composeReplica(database.mongo).useCases.changeCatalogue(restock, Infinity);

  expect(answer).toMatchObject({ productId: shirt, name: 'A product', available: 8 });
});

test('what is described of a product is stored, answered and answered again, and stock leaves it as it is', async () => {
  const productId = `product-${randomUUID()}`;
  const described = { name: 'Shirt', price: 1_999, description: 'Cotton', imageUrl: '/shirt.svg' };
  const create = { kind: 'create product', productId, stock: 3, operationId: randomUUID(), ...described } as const;
  const archive = { kind: 'update product', productId, archived: true, operationId: randomUUID() } as const;

  const created = await replicas[0].submit<'create product'>(create);
  await replicas[0].reserve(randomUUID(), { [productId]: 1 });
  const archived = await replicas[1].submit<'update product'>(archive);

  expect(created).toMatchObject({ product: { ...described, archived: false, available: 3, revision: 1 } });
  expect(archived).toMatchObject({ product: { ...described, archived: true, available: 2, revision: 3 } });
  expect(await replicas[1].submit<'create product'>(create)).toEqual(created);
  expect(await stored(database.mongo, productId)).toMatchObject({ ...described, archived: true, revision: 3 });
});

test('of two admins who change one revision at once the second is told', async () => {
  const shirt = await aProduct(database.mongo, 5);
  const { revision } = await stored(database.mongo, shirt);
  const rename = (n: 0 | 1) =>
    replicas[n].submit<'update product'>({
      kind: 'update product',
      productId: shirt,
      name: `name ${n}`,
      ifRevisions: [revision],
      operationId: randomUUID(),
    });

  const answers = await Promise.all([rename(0), rename(1)]);

  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['done', 'revision differs']);
});

test('of two admins who create the same product at once one is told that it exists', async () => {
  const productId = `product-${randomUUID()}`;
  const create = (n: 0 | 1) =>
    replicas[n].submit<'create product'>({
      kind: 'create product',
      productId,
      name: `made by ${n}`,
      stock: n,
      operationId: randomUUID(),
    });

  const answers = await Promise.all([create(0), create(1)]);

  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['done', 'product exists']);
});

test('a stock that is set while it is being bought stays explainable', async () => {
  const shirt = await aProduct(database.mongo, 50);
  const update = { kind: 'update product', productId: shirt, stock: 7, operationId: randomUUID() } as const;

  await Promise.all([
    ...Array.from({ length: 20 }, () => replicas[0].reserve(randomUUID(), { [shirt]: 1 })),
    replicas[1].submit<'update product'>(update),
  ]);

  const { available, held, committed, initial, adjusted } = await stored(database.mongo, shirt);
  expect(initial + adjusted).toBe(available + held + committed);
  expect(available).toBeGreaterThanOrEqual(0);
});

test('the answer to an operation is dropped by the database after its day', async () => {
  const indexes = await database.mongo.collection('operations').indexes();

  expect(indexes).toContainEqual(expect.objectContaining({ key: { purgeAt: 1 }, expireAfterSeconds: 0 }));
});

test('products that are added where missing leave the ones that are there as they are', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await replicas[0].reserve(randomUUID(), { [shirt]: 2 });
  const again = newProduct({ productId: shirt, name: 'Another name', stock: 50, at: new Date() });

  expect(await createCatalogueStore(database.mongo).insertMissing([again])).toEqual([]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ name: 'A product', available: 3, held: 2 });
});

test('seeds that run at once fill an empty catalogue once, and later ones change nothing', async () => {
  const empty = await createTestDatabase('seed', inventoryCollections);
  const catalogue = createCatalogueStore(empty.mongo);
  const seed = createSeedCatalogue({ catalogue, now: () => new Date() });

  const added = await Promise.all([seed(), seed(), seed()]);
  const replica = aReplica(empty.mongo);
  await replica.reserve(randomUUID(), { prod1: 4 });

  expect(added.reduce((sum, each) => sum + each, 0)).toBe(3);
  expect(await seed()).toBe(0);
  expect((await catalogue.list(wholePage)).map(({ productId, available }) => [productId, available])).toEqual([
    ['prod1', 6],
    ['prod2', 5],
    ['prod3', 0],
  ]);
  await empty.drop();
});
