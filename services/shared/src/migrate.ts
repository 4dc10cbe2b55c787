import type { mongo } from 'mongoose';
import type { CollectionDefinition } from './collection';
import { createMongo, type Mongo, type MongoOptions } from './mongo';

/** A collection's indexes without its definition, until every service has definitions. */
export interface CollectionIndexes {
  collection: string;
  indexes: mongo.IndexDescription[];
}

type Indexed = CollectionDefinition | CollectionIndexes;

/** Makes a service's collections and indexes where they are missing; runs before the service, on every upgrade. */
export async function migrate(options: MongoOptions, collections: Indexed[]): Promise<void> {
  const mongo = createMongo(options);
  await mongo.connect();
  await createIndexes(mongo, collections);
  for (const each of collections) {
    options.log.info({ collection: nameOf(each), indexes: each.indexes.length }, 'indexes are in place');
  }
  await mongo.stop();
}

/** Makes the declared indexes that are missing; those that are there stay untouched. */
export async function createIndexes(mongo: Pick<Mongo, 'collection'>, collections: Indexed[]): Promise<void> {
  for (const each of collections) {
    const indexes = each.indexes.map(({ reason: _, ...index }: mongo.IndexDescription & { reason?: string }) => index);
    if (indexes.length > 0) await mongo.collection(nameOf(each)).createIndexes(indexes);
  }
}

const nameOf = (each: Indexed) => ('collection' in each ? each.collection : each.name);
