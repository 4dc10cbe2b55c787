// Fills empty databases from a backup.
import { createReadStream } from 'node:fs';
import { BSON, type Collection, type Document } from 'mongodb';
import { Failure } from '../../local/system/command.mts';
import { databaseNames, type Databases } from './databases.mts';
import { fileOf, type KeptCollection, type Manifest } from './manifest.mts';

const batchSize = 1_000;

/** Fails where anything is kept already: a mixture of two moments is worse than either. */
export async function expectEmpty(databases: Databases): Promise<void> {
  const filled: string[] = [];
  for (const name of databaseNames) {
    for (const collection of await databases.of(name).collections()) {
      if (await collection.findOne({}, { projection: { _id: 1 } })) filled.push(collection.namespace);
    }
  }
  if (filled.length === 0) return;
  throw new Failure(
    `Nothing was restored, for these are not empty: ${filled.join(', ')}.\n` +
      'Stop the services and drop them, or restore beside them with another MONGO_DB_PREFIX.',
  );
}

/** Inserts all that a backup holds. */
export async function putBack(databases: Databases, folder: string, { collections }: Manifest): Promise<void> {
  for (const kept of collections) {
    const target = databases.of(kept.database).collection(kept.collection);
    const inserted = await insertAll(target, fileOf(folder, kept));
    if (inserted !== kept.documents) throw new Failure(incomplete(kept, inserted));
  }
}

async function insertAll(target: Collection, file: string): Promise<number> {
  let inserted = 0;
  let batch: Document[] = [];
  const insert = async () => {
    if (batch.length > 0) await target.insertMany(batch);
    inserted += batch.length;
    batch = [];
  };
  for await (const bytes of documentsIn(file)) {
    // Numbers stay of the type that they were stored as.
    batch.push(BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true }));
    if (batch.length === batchSize) await insert();
  }
  await insert();
  return inserted;
}

/** Each document begins with its own length. */
async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new Failure(`${file} ends in the middle of a document.`);
}

const incomplete = ({ database, collection, documents }: KeptCollection, inserted: number) =>
  `The backup is damaged: of ${database}.${collection} it holds ${inserted} documents instead of ${documents}. ` +
  'What was restored so far is of no use.';
