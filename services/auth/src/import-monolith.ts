import { mongo as driver } from 'mongoose';
import { migrate, openImportSource, printImportReport, runCommand } from '@orders/shared/command';
import { createLog } from '@orders/shared/log';
import { readDatabaseConfig } from './config';
import type { SourceUser } from './domain/imported-user';
import { authCollections } from './store/schemas';
import { createUserStore, insertMissingUsers } from './store/user-store';
import { createImportUsers } from './use-cases/import-users';

interface MonolithUser {
  _id: unknown;
  name?: unknown;
  email?: unknown;
  password?: unknown;
}

const config = readDatabaseConfig();
const target = { uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth` };

void runCommand(target, async (mongo) => {
  // Without the unique index two spellings of one address would both be imported.
  await migrate({ ...target, log: createLog({ service: 'auth', level: 'silent', directory: '' }) }, authCollections);
  const source = await openImportSource();
  const importUsers = createImportUsers({
    insertMissing: (users) => insertMissingUsers(mongo, users),
    findByEmail: createUserStore(mongo).findByEmail,
  });
  try {
    printImportReport(await importUsers(sourceUsers(source.batches<MonolithUser>('users'))));
  } finally {
    await source.close();
  }
});

async function* sourceUsers(batches: AsyncIterable<MonolithUser[]>): AsyncGenerator<SourceUser[]> {
  for await (const batch of batches) yield batch.map(toSourceUser);
}

function toSourceUser({ _id, ...fields }: MonolithUser): SourceUser {
  const hasObjectId = _id instanceof driver.ObjectId;
  return {
    userId: hasObjectId ? _id.toHexString() : String(_id),
    hasObjectId,
    createdAt: hasObjectId ? _id.getTimestamp() : new Date(0),
    name: fields.name,
    email: fields.email,
    password: fields.password,
  };
}
