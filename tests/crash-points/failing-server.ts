import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackingProcess } from '../support/backing-process';
import { eventually } from '../support/eventually';
import { freePorts } from '../support/free-ports';
import { command } from '../support/replica-set';

/** How a mongod fails, before or after executing a command. */
export interface Failure {
  failCommands: string[];
  namespace?: string;
  closeConnection?: boolean;
  errorCode?: number;
  errorLabels?: string[];
  writeConcernError?: { code: number; errmsg: string };
}

// It runs all the time; on a busy machine a connection takes longer than a second.
const answersWithinMs = 10_000;

/** A mongod that fails on demand; its own, because a mongod has one failpoint at a time. */
export async function startFailingServer() {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-failing-server-'));
  const [port = ''] = await freePorts(1);
  const extraArgs = ['--setParameter', 'enableTestCommands=1'];
  const mongod = await createBackingProcess({ name: 'mongod', folder, port, extraArgs });
  mongod.start();
  await eventually(() => command(port, { ping: 1 }), 60_000);
  await command(port, { replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
  await eventually(async () => expect((await command(port, { hello: 1 }))['isWritablePrimary']).toBe(true), 60_000);

  return {
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=rs0`,
    /** Fails the next commands of one application, so many times. */
    failNext: async (appName: string, { times, failure }: { times: number; failure: Failure }): Promise<void> => {
      const data = { appName, ...failure };
      await command(port, { configureFailPoint: 'failCommand', mode: { times }, data }, answersWithinMs);
    },
    stopFailing: async (): Promise<void> => {
      await command(port, { configureFailPoint: 'failCommand', mode: 'off' }, answersWithinMs);
    },
    stop: async (): Promise<void> => {
      await mongod.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type FailingServer = Awaited<ReturnType<typeof startFailingServer>>;
