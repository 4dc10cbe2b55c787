import { randomUUID } from 'node:crypto';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import { createIndexes } from '@orders/shared/command';
import { pino } from 'pino';

export const silentLog = pino({ level: 'silent' });

export interface TestDatabase {
  name: string;
  mongo: Mongo;
  drop: () => Promise<void>;
}

/** A database of its own on the real replica set, with a service's collections; `drop` leaves nothing behind. */
export async function createTestDatabase(
  name: string,
  collections: Parameters<typeof createIndexes>[1],
): Promise<TestDatabase> {
  const database = `test_${name}_${randomUUID().slice(0, 8)}`;
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database, log: silentLog });
  await mongo.connect();
  await createIndexes(mongo, collections);
  return {
    name: database,
    mongo,
    drop: async () => {
      await mongo.dropDatabase();
      await mongo.stop();
    },
  };
}

/** A variable that scripts/local/test.mts sets. */
export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through make test`);
  return value;
}
