import type { mongo } from 'mongoose';
import { createMongo, type MongoOptions } from './mongo';

export interface CollectionIndexes {
  collection: string;
  indexes: mongo.IndexDescription[];
}

/** Makes a service's collections and indexes where they are missing; runs before the service, on every upgrade. */
export async function migrate(options: MongoOptions, wanted: CollectionIndexes[]): Promise<void> {
  const database = createMongo(options);
  await database.connect();
  for (const { collection, indexes } of wanted) {
    if (indexes.length > 0) await database.collection(collection).createIndexes(indexes);
    options.log.info({ collection, indexes: indexes.length }, 'indexes are there');
  }
  await database.stop();
}
