// The four databases that a backup holds, and where they are.
import path from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { checkReplicaSet } from '../../local/backing/replica-set.mts';
import { ownEnvironment } from '../../local/own-services/environment.mts';
import { readEnvFile } from '../../local/system/env-file.mts';
import { Failure } from '../../local/system/command.mts';
import { root } from '../../local/system/folders.mts';

export const databaseNames = ['auth', 'inventory', 'orders', 'processor'] as const;
export type DatabaseName = (typeof databaseNames)[number];

export interface Databases {
  client: MongoClient;
  of: (name: DatabaseName) => Db;
  prefix: string;
}

/** Runs work on the databases that the services would use here. */
export async function withDatabases<T>(work: (databases: Databases) => Promise<T>): Promise<T> {
  const own = ownEnvironment();
  const file = readEnvFile(path.join(root, `.env.${own['NODE_ENV'] ?? 'development'}`));
  const variables = { ...file, ...own, ...process.env };
  const uri = variables['MONGO_URI'];
  if (!uri) throw new Failure('MONGO_URI is not set: which MongoDB is meant?');
  await checkReplicaSet(uri);
  const prefix = variables['MONGO_DB_PREFIX'] ?? 'orderplacing_';
  const client = new MongoClient(uri, { writeConcern: { w: 'majority' }, appName: 'backup' });
  try {
    await client.connect();
    return await work({ client, prefix, of: (name) => client.db(`${prefix}${name}`) });
  } finally {
    await client.close();
  }
}
