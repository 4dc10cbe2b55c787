// MongoDB, Redis and LocalStack for one test run: on free ports, with data of their own.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../../tests/support/free-ports.ts';
import { backingLaunch, backingNames, startBacking, type BackingName } from '../backing/start-backing.mts';
import { localMongoUri } from '../backing/replica-set.mts';
import { mongodLaunch } from '../backing/mongod.mts';
import { stopBackground } from '../system/background.mts';
import { root, runFolder, type RunFolder } from '../system/folders.mts';

import { processIdentity } from '../system/process-identity.mts';

export const testFolder = () => runFolder(path.join(root, `.run/test-${process.pid}`));

/** Starts all three and answers the variables under which tests find them. */
export async function startTestBacking(folder: RunFolder): Promise<Record<string, string>> {
  const [mongod, redis, localstack] = await Promise.all(backingNames.map((name) => startOnFreePort(folder, name)));
  return {
    MONGO_URI: localMongoUri(mongod ?? 0),
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: String(redis),
    AWS_ENDPOINT_URL: `http://127.0.0.1:${localstack ?? 0}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

export async function stopTestBacking(folder: RunFolder): Promise<void> {
  await Promise.all(backingNames.map((name) => stopBackground(folder, name, 3_000)));
  rmSync(folder.dir, { recursive: true, force: true, maxRetries: 3 });
}

/** Stops and removes what test runs left behind that were killed. */
export async function sweepKilledRuns(): Promise<void> {
  mkdirSync(path.join(root, '.run'), { recursive: true });
  for (const name of readdirSync(path.join(root, '.run'))) {
    const [, pid] = /^test-(\d+)$/.exec(name) ?? [];
    if (pid === undefined || processIdentity(Number(pid)) !== undefined) continue;
    await stopTestBacking(runFolder(path.join(root, '.run', name)));
  }
}

async function startOnFreePort(folder: RunFolder, name: BackingName, attempts = 3): Promise<number> {
  const port = Number((await freePorts(1))[0]);
  const launch = await (name === 'mongod' ? mongodLaunch(folder, port, failpoints) : backingLaunch(folder, name, port));
  try {
    await startBacking(folder, { name, port, launch });
    return port;
  } catch (error) {
    // Between the look and the start another process may have taken the port.
    if (attempts === 1) throw error;
    await stopBackground(folder, name, 1_000);
    return startOnFreePort(folder, name, attempts - 1);
  }
}

const failpoints = ['--setParameter', 'enableTestCommands=1'];
