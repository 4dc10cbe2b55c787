import { inventoryCollections } from '@orders/inventory/store/schemas';
import { processorCollections } from '@orders/processor/collections';
import type { CollectionDefinition } from '@orders/shared/collection';
import { createIndexes, dropRetiredIndexes } from '@orders/shared/command';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const collections: CollectionDefinition[] = [...inventoryCollections, ...processorCollections].filter(
  ({ retiredIndexes }) => retiredIndexes.length > 0,
);

/** As earlier versions made them. */
const earlier: Record<
  string,
  { key: Record<string, 1>; expireAfterSeconds?: number; partialFilterExpression?: object }
> = {
  owed: { key: { state: 1, leaseUntil: 1 }, partialFilterExpression: { state: 'owed' } },
  'purge-finished': { key: { purgeAt: 1 }, expireAfterSeconds: 0 },
  purge: { key: { purgeAt: 1 }, expireAfterSeconds: 0 },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('retired', []);
  for (const definition of collections) {
    const indexes = definition.retiredIndexes.map((name) => ({ name, ...earlier[name]! }));
    await database.mongo.collection(definition).createIndexes(indexes);
  }
});
afterAll(() => database.drop());

test('a migration makes what is declared beside the indexes of earlier versions, then drops those', async () => {
  await createIndexes(database.mongo, collections);
  // At the same time, as pods do that start together; and again.
  await Promise.all([1, 2, 3].map(() => dropRetiredIndexes(database.mongo, collections)));
  await dropRetiredIndexes(database.mongo, collections);

  for (const definition of collections) {
    const present = await database.mongo.collection(definition).indexes();
    expect(present.map(({ name }) => name).sort()).toEqual(
      ['_id_', ...definition.indexes.map(({ name }) => name)].sort(),
    );
  }
});
