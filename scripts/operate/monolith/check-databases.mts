// Fails early, and in one line, where the database to read or the one to write is not there.
import path from 'node:path';
import { checkReplicaSet } from '../../local/backing/replica-set.mts';
import { readEnvFile, withoutPassword, type Variables } from '../../local/system/env-file.mts';
import { Failure } from '../../local/system/command.mts';
import { root } from '../../local/system/folders.mts';
import { say } from '../../local/system/terminal.mts';

const uriForm = /^mongodb(?:\+srv)?:\/\/[^/\s]+\/[^/?\s]+(?:\?\S*)?$/;
const collections = ['users', 'inventories', 'orders'];

export const isDatabaseUri = (from: string) => uriForm.test(from);

/** Says what is there to read; fails when the database does not answer. */
export async function checkSource(from: string, isSilent: boolean): Promise<void> {
  // Imported late: this file is loaded before the packages are installed.
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(from, { serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 5_000 });
  try {
    await client.connect();
    const source = client.db();
    const counts = await Promise.all(collections.map((name) => source.collection(name).estimatedDocumentCount()));
    const found = collections.map((name, index) => `${counts[index] ?? 0} ${name}`).join(', ');
    if (isSilent) return;
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
