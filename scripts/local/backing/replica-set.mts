// Makes a started mongod the primary of a replica set of its own, and checks sets that others run.
import type { Db, MongoClient } from 'mongodb';
import { withoutPassword } from '../system/env-file.mts';
import { Failure } from '../system/command.mts';

export const localMongoUri = (port: number) => `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;

/** Whether the mongod on this port takes writes; initiates its replica set where that was not done yet. */
export async function isPrimary(port: number): Promise<boolean> {
  const client = await connect(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    return await makePrimary(client.db('admin'), `127.0.0.1:${port}`);
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/** Fails with what to do when a given MONGO_URI does not answer, or is no replica set. */
export async function checkReplicaSet(uri: string): Promise<void> {
  const client = await connect(uri);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') throw new Failure(notAReplicaSet(uri));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`MONGO_URI ${withoutPassword(uri)} does not answer: ${(error as Error).message}`);
  } finally {
    await client.close();
  }
}

const notAReplicaSet = (uri: string) =>
  `MONGO_URI ${withoutPassword(uri)} is no replica set, and transactions need one: start that mongod with --replSet rs0 ` +
  `and run rs.initiate() in mongosh once; or unset MONGO_URI, and a replica set is started here.`;

async function connect(uri: string): Promise<MongoClient> {
  // Imported late: this file is loaded before the packages are installed.
  const { MongoClient } = await import('mongodb');
  return new MongoClient(uri, { serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 2_000 });
}

async function makePrimary(admin: Db, host: string): Promise<boolean> {
  const hello = await admin.command({ hello: 1 });
  if (hello['isWritablePrimary'] === true) return true;
  if (hello['setName'] === undefined) await initiateOrMove(admin, host);
  return false;
}

interface SetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

async function initiateOrMove(admin: Db, host: string): Promise<void> {
  const config = await storedConfig(admin);
  const members = [{ _id: 0, host }];
  if (config === undefined) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members } });
  } else if (config.members[0]?.host !== host) {
    // The data was made on another port, under whose name this mongod cannot find itself any more.
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
}

async function storedConfig(admin: Db): Promise<SetConfig | undefined> {
  try {
    const answer = (await admin.command({ replSetGetConfig: 1 })) as { config: SetConfig };
    return answer.config;
  } catch {
    return undefined;
  }
}
