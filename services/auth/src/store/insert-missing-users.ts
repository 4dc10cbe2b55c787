import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import type { User } from '../domain/user';
import type { InsertedUsers } from '../use-cases/import-users';
import { toDocument, type UserDocument } from './user-store';

const duplicateKey = 11_000;

/** Inserts the accounts whose ids are not there; those whose address is taken are handed back. */
export async function insertMissingUsers(mongo: Pick<Mongo, 'collection'>, users: User[]): Promise<InsertedUsers> {
  if (users.length === 0) return { imported: 0, present: 0, taken: [] };
  const inserts = users.map(toDocument).map(({ _id, ...document }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: document }, upsert: true },
  }));
  try {
    const result = await mongo.collection<UserDocument>('users').bulkWrite(inserts, { ordered: false });
    return { imported: result.upsertedCount, present: result.matchedCount, taken: [] };
  } catch (error) {
    if (!(error instanceof driver.MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.some(({ code }) => code !== duplicateKey)) throw error;
    const taken = failures.map(({ index }) => users[index]).filter((user) => user !== undefined);
    return { imported: error.result.upsertedCount, present: error.result.matchedCount, taken };
  }
}
