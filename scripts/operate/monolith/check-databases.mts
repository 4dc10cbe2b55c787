// Fails early, and in one line, where the database to read or the one to write is not there.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkReplicaSet } from '../../local/backing/replica-set.mts';
import { readEnvFile, type Variables } from '../../local/system/env-file.mts';
import { Failure } from '../../local/system/failure.mts';
import { root } from '../../local/system/folders.mts';
import { say } from '../../local/system/steps.mts';

const usage = 'usage: npm run migrate:monolith -- --from <mongodb:// uri of the original database, with its name>';
const uriForm = /^mongodb(?:\+srv)?:\/\/[^/\s]+\/[^/?\s]+(?:\?\S*)?$/;
const collections = ['users', 'inventories', 'orders'];

export function readFrom(args: string[]): string {
  const from = parse(args);
  if (from === undefined) throw new Failure(usage);
  if (uriForm.test(from)) return from;
  throw new Failure(`--from ${withoutPassword(from)} names no database: it takes mongodb://<host>:<port>/<database>.`);
}

/** Says what is there to read; fails when the database does not answer. */
export async function checkSource(from: string): Promise<void> {
  // Imported late: this file is loaded before the packages are installed.
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(from, { serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 5_000 });
  try {
    await client.connect();
    const source = client.db();
    const counts = await Promise.all(collections.map((name) => source.collection(name).estimatedDocumentCount()));
    const found = collections.map((name, index) => `${counts[index] ?? 0} ${name}`).join(', ');
    say('source', `${source.databaseName}: ${found}`);
    if (counts.every((count) => count === 0)) say('', 'nothing to take over: is this the right database?');
  } catch (error) {
    throw new Failure(`--from ${withoutPassword(from)} does not answer: ${(error as Error).message}`);
  } finally {
    await client.close();
  }
}

/** Where no MONGO_URI is set the services name it themselves, with all else that they miss. */
export async function checkTarget(env: Variables): Promise<void> {
  const variables = { ...readEnvFile(path.join(root, `.env.${env['NODE_ENV'] ?? 'development'}`)), ...env };
  const uri = process.env['MONGO_URI'] || variables['MONGO_URI'];
  if (uri !== undefined) await checkReplicaSet(uri);
}

function parse(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { from: { type: 'string' } } }).values.from;
  } catch {
    return undefined;
  }
}

const withoutPassword = (uri: string) => uri.replace(/\/\/[^@/]*@/, '//***@');
