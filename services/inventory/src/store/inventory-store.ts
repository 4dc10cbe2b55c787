import type { Mongo } from '@orders/shared/mongo';
import { isDuplicateKey, isTransient } from '@orders/shared/mongo-errors';
import { mongo as driver, type mongo } from 'mongoose';
import type { Changes } from '../domain/draft';
import type { InventoryStore } from '../use-cases/run-batch';
import { collectionsOf } from './collections';
import { readSnapshot } from './read-snapshot';
import { writeChanges } from './write-changes';

// The guards must meet what was written last, also where a majority has not got it yet.
const transactionOptions: mongo.TransactionOptions = {
  readConcern: { level: 'local' },
  writeConcern: new driver.WriteConcern('majority', 4_000),
};

/** Stock and reservations: reads what a majority has, writes in one transaction guarded by what was read. */
export const createInventoryStore = (database: Mongo): InventoryStore => ({
  read: (keys, known) => readSnapshot(collectionsOf(database), keys, known),

  write: async (changes) => {
    const session = database.startSession();
    try {
      return await writeGuarded(database, changes, session);
    } catch (error) {
      // A duplicate key is another replica's insert of the same document: the same news as a missed guard.
      if (isTransient(error) || isDuplicateKey(error)) return 'conflict';
      throw error;
    } finally {
      await session.endSession();
    }
  },
});

async function writeGuarded(
  database: Mongo,
  changes: Changes,
  session: mongo.ClientSession,
): Promise<'written' | 'conflict'> {
  session.startTransaction(transactionOptions);
  if (!(await writeChanges(collectionsOf(database), changes, session))) {
    await session.abortTransaction();
    return 'conflict';
  }
  await commit(session);
  return 'written';
}

async function commit(session: mongo.ClientSession): Promise<void> {
  try {
    await session.commitTransaction();
  } catch (error) {
    if (!isResultUnknown(error)) throw error;
    // Asked again, the server says what became of it; a commit that never arrived would block its products for a minute.
    await session.commitTransaction();
  }
}

const isResultUnknown = (error: unknown) =>
  error instanceof driver.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
