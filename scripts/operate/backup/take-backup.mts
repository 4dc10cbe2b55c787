// Copies all databases as they are at one moment, while the system runs.
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClientSession } from 'mongodb';
import { Failure } from '../../local/system/command.mts';
import { databaseNames, type DatabaseName, type Databases } from './databases.mts';
import { fileOf, format, writeManifest, type KeptCollection, type Manifest } from './manifest.mts';

/** Writes a backup into an empty folder; answers what is in it. */
export async function takeBackup(databases: Databases, folder: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Failure(`${folder} is not empty.`);
  const session = databases.client.startSession({ snapshot: true });
  try {
    const takenAt = new Date().toISOString();
    // The first read chooses the moment, so that no collection of it is missed by the list.
    await databases.of('orders').collection('orders').findOne({}, { session });
    const collections: KeptCollection[] = [];
    for (const database of databaseNames) {
      mkdirSync(path.join(folder, database), { recursive: true, mode: 0o700 });
      for (const collection of await collectionsOf(databases, database)) {
        const documents = await copy(databases, { database, collection, session, folder });
        collections.push({ database, collection, documents });
      }
    }
    const manifest: Manifest = { format, takenAt, collections };
    writeManifest(folder, manifest);
    return manifest;
  } finally {
    await session.endSession();
  }
}

async function collectionsOf(databases: Databases, name: DatabaseName): Promise<string[]> {
  const listed = await databases.of(name).listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return listed.map((one) => one.name).filter((each) => !each.startsWith('system.'));
}

interface Copy {
  database: DatabaseName;
  collection: string;
  session: ClientSession;
  folder: string;
}

/** Documents one after the other as BSON, as mongodump writes them. */
async function copy(databases: Databases, { folder, session, ...place }: Copy): Promise<number> {
  let documents = 0;
  const found = databases.of(place.database).collection(place.collection).find({}, { session, raw: true });
  const count = async function* (source: AsyncIterable<unknown>) {
    for await (const document of source) {
      documents += 1;
      yield document as Uint8Array;
    }
  };
  await pipeline(found, count, createWriteStream(fileOf(folder, place), { mode: 0o600 }));
  return documents;
}
