import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type mongo } from 'mongoose';
import type { CollectionDefinition } from './collection';
import { readCommandLine } from './command-line';
import { createLog } from './log';
import { createMongo, type Mongo, type MongoOptions } from './mongo';

export interface CommandOptions {
  uri: string;
  /** The database of the service that the command belongs to. */
  database: string;
}

const connectTimeoutMs = 10_000;

/** Runs a command on a service's database; what goes wrong is one line on stderr and exit code 1. */
export async function runCommand({ uri, database }: CommandOptions, work: (mongo: Mongo) => Promise<void>) {
  // A command speaks to a person: its own lines are all that belongs on stdout.
  const log = createLog({ service: database, level: 'silent', directory: '' });
  const mongo = createMongo({ uri, database, log });
  try {
    await connectInTime(mongo);
    await work(mongo);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await mongo.stop();
  }
}

async function connectInTime(mongo: Mongo): Promise<void> {
  const connected = new AbortController();
  const timeout = pause(connectTimeoutMs, undefined, { signal: connected.signal }).then(() => {
    throw new Error(`MongoDB was not reached within ${String(connectTimeoutMs / 1_000)} s: look at MONGO_URI.`);
  });
  await Promise.race([mongo.connect(), timeout]);
  connected.abort();
}

/**
 * Makes a service's collections and indexes where they are missing, then does what else its documents need; runs before the
 * service, on every upgrade.
 */
export async function migrate(
  options: MongoOptions,
  collections: CollectionDefinition[],
  fillIn: (mongo: Mongo) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const mongo = createMongo(options);
  await mongo.connect();
  await createIndexes(mongo, collections);
  await dropRetiredIndexes(mongo, collections);
  for (const { name, indexes } of collections) {
    options.log.info({ collection: name, indexes: indexes.length }, 'indexes are in place');
  }
  await fillIn(mongo);
  await mongo.stop();
}

/** Drops the indexes of earlier versions, for each costs a part of every write; call it once those that replace them are there. */
export async function dropRetiredIndexes(
  mongo: Pick<Mongo, 'collection'>,
  collections: CollectionDefinition[],
): Promise<void> {
  for (const definition of collections.filter(({ retiredIndexes }) => retiredIndexes.length > 0)) {
    const collection = mongo.collection(definition);
    const present = new Set((await collection.indexes()).map(({ name }) => name));
    for (const name of definition.retiredIndexes.filter((each) => present.has(each)))
      await collection.dropIndex(name).catch(unlessDropped);
  }
}

/** Each pod migrates before it starts, so that another one may have been faster. */
function unlessDropped(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoServerError && error.code === indexNotFound)) throw error;
}
const indexNotFound = 27;

/** Makes the declared indexes that are missing; those that are there stay untouched. */
export async function createIndexes(
  mongo: Pick<Mongo, 'collection'>,
  collections: CollectionDefinition[],
): Promise<void> {
  for (const definition of collections) {
    const indexes = definition.indexes.map(({ reason: _, ...index }) => index);
    if (indexes.length > 0) await mongo.collection(definition).createIndexes(indexes);
  }
}

/** How an import ended; `refused` lists what could not be taken. */
export interface ImportReport {
  imported: number;
  /** Were there already, from an earlier run. */
  present: number;
  refused: { id: string; reason: string }[];
}

const uriForm = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^/?]+/;
const batchSize = 500;

/** The database named by `--from <mongo uri with database>`, for reading alone. */
export async function openImportSource() {
  const { values, refuse } = readCommandLine({
    about: "Takes over what this service keeps of the original system's database; npm run migrate:monolith runs all.",
    usage: ['node dist/import-monolith.js --from <mongodb:// uri that names the database to read>'],
    options: { from: { type: 'string', default: '' } },
  });
  const uri = values.from;
  if (!uriForm.test(uri)) return refuse('--from takes a mongodb:// uri that names the database to read');
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  await client.connect();

  return {
    /** All documents of a collection, oldest id first, in batches. */
    batches: async function* <Document extends mongo.Document>(collection: string) {
      const cursor = client.db().collection<Document>(collection).find().sort({ _id: 1 });
      let batch: mongo.WithId<Document>[] = [];
      for await (const document of cursor) {
        batch.push(document);
        if (batch.length < batchSize) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    close: () => client.close(),
  };
}

/** Prints the report as one JSON line, for the script that runs all imports. */
export const printImportReport = (report: ImportReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};
