import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from './log';
import { createMongo, type Mongo } from './mongo';

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
