import { randomUUID } from 'node:crypto';
import { newProduct } from '@orders/inventory/domain/product';
import {
  fromProduct,
  inventoryCollections,
  operationCollection,
  productCollection,
  toOperation,
  toProduct,
} from '@orders/inventory/store/schemas';
import { validateStored } from '@orders/shared/collection';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { aProduct, aReplica, validateAllStored } from './a-replica';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('stored_documents', inventoryCollections);
});
afterAll(() => database.drop());

test('all that the service stores is as its collections declare it', async () => {
  const replica = aReplica(database.mongo);
  const shirt = await aProduct(database.mongo, 100);
  const productId = `product-${randomUUID()}`;
  const orderIds = Array.from({ length: 6 }, () => randomUUID());
  for (const orderId of orderIds.slice(0, 5)) await replica.reserve(orderId, { [shirt]: 2 });

  await replica.commit(orderIds[1]!);
  await replica.release(orderIds[2]!);
  await replica.expire(orderIds[3]!, 1);
  await replica.expire(orderIds[4]!, 1);
  await replica.reserve(orderIds[4]!, { [shirt]: 3 });
  await replica.release(orderIds[5]!);
  const operation = () => ({ operationId: randomUUID(), productId });
  await replica.submit<'create product'>({ kind: 'create product', name: 'A product', stock: 7, ...operation() });
  await replica.submit<'update product'>({ kind: 'update product', name: 'Renamed', stock: 3, ...operation() });
  await replica.submit<'restock product'>({ kind: 'restock product', quantity: 9, ...operation() });

  // Products, reservations, operations, and what the audit log has of these.
  expect(await validateAllStored(database.mongo)).toBe(2 + 6 + 3 + 3);
});

const sound = fromProduct(newProduct({ productId: 'shirt', name: 'Shirt', stock: 1, at: new Date() }));

test('documents of before prices are what their collections declare, and read as before', async () => {
  const { price: _, description: __, imageUrl: ___, archived: ____, ...before } = sound;
  const answer = { outcome: 'done' as const, product: { productId: 'shirt', name: 'Shirt', available: 1 } };
  const operation = { _id: 'operation', answer, purgeAt: new Date() };
  await validateStored(productCollection, before);
  await validateStored(operationCollection, operation);

  expect(toProduct(before)).toEqual(toProduct(sound));
  expect(toOperation(operation).answer.product).toEqual({
    ...answer.product,
    price: 0,
    description: '',
    imageUrl: '',
    archived: false,
    revision: 0,
  });
});

test.each([
  ['a field that is not declared', { ...sound, weight: 1 }],
  ['half a cent', { ...sound, price: 0.5 }],
  ['units that are negative', { ...sound, held: -1 }],
  ['half a unit', { ...sound, available: 0.5 }],
  ['a number as text', { ...sound, committed: '1' }],
  ['no name', { ...sound, name: undefined }],
])('a product with %s is refused', async (_, document) => {
  await validateStored(productCollection, sound);

  await expect(validateStored(productCollection, document)).rejects.toThrow('not a document of products');
});
