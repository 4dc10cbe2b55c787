import type { ProcessEnd } from './child-process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { createMongo } from '@orders/shared/mongo';
import { createSqsClient, deadLetterQueueUrlOf, ensureQueue, maxReceiveCount } from '@orders/shared/sqs';
import { eventually } from './eventually';
import { runCommand, spawnService, untilServiceReady, type ServiceName, type ServiceProcess } from './service-process';
import {
  planSystem,
  replicaNamed,
  variablesOf,
  type Replica,
  type SystemLayout,
  type SystemOptions,
} from './system-layout';
import { requiredVariable, silentLog } from './test-database';

/** Starts the whole system, with databases, a queue and a sender of its own. */
export async function startSystem(options: SystemOptions = {}) {
  const layout = await planSystem(options);
  const running = new Map<string, ServiceProcess>();
  rememberLogs(layout.folder);

  const processOf = (name: string): ServiceProcess => {
    const process = running.get(name);
    if (!process) throw new Error(`${name} was never started`);
    return process;
  };
  // Known from the first moment on: it makes connections, and may have to be stopped, before it is ready.
  const spawn = (name: string): void => {
    const replica = replicaNamed(layout, name);
    const env = variablesOf(layout, replica);
    running.set(name, spawnService({ service: replica.service, env, logFile: logFileOf(layout, name) }));
  };
  const start = (name: string): Promise<void> => {
    spawn(name);
    return untilServiceReady(processOf(name), { ...replicaNamed(layout, name), host: layout.host });
  };
  /** Stops the system and removes its data. */
  const stop = async (): Promise<Record<string, ProcessEnd>> => {
    const ends = await Promise.all([...running].map(async ([name, one]) => [name, await one.terminate()] as const));
    await removeData(layout);
    return Object.fromEntries(ends);
  };

  try {
    await Promise.all([makeQueue(layout), ...storing.map((service) => runCommand(service, 'migrate', layout))]);
    await options.prepare?.(layout);
    await Promise.all(layout.replicas.map(({ name }) => start(name)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    layout,
    start,
    /** As `start`, without waiting for it. */
    spawn,
    /** SIGKILL, as a crash does it. */
    kill: (name: string) => processOf(name).kill(),
    /** SIGSTOP: its connections stay open, and nothing answers on them until it is resumed. */
    hang: (name: string) => processOf(name).hang(),
    resume: (name: string) => processOf(name).resume(),
    /** Undefined before it was started. */
    pidOf: (name: string): number | undefined => running.get(name)?.pid,
    /** SIGTERM; returns the exit code and how long it took. */
    terminate: (name: string) => processOf(name).terminate(),
    /** Waits until every running process reaches a service again. */
    untilReached: (service: ServiceName) => {
      const present = layout.replicas.filter(({ name }) => running.get(name)?.isRunning());
      return eventually(() => Promise.all(present.map((replica) => expectReach(layout, replica, service))), 20_000);
    },
    stop,
  };
}

export type System = Awaited<ReturnType<typeof startSystem>>;

export const logFileOf = ({ folder }: SystemLayout, name: string) => path.join(folder, `${name}.log`);

const storing = ['auth', 'inventory', 'order', 'processor'] as const;
const databases = ['auth', 'inventory', 'orders', 'processor'];

const sqsClient = () => createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });

export const makeQueue = ({ queueUrl }: SystemLayout) => ensureQueue(sqsClient(), queueUrl, maxReceiveCount);

async function expectReach(
  { host }: SystemLayout,
  { name, metricsPort }: Replica,
  service: ServiceName,
): Promise<void> {
  const response = await fetch(`http://${host}:${metricsPort}/readyz`);
  const { degraded = [] } = (await response.json()) as { degraded?: string[] };
  if (degraded.includes(service)) throw new Error(`${name} does not reach ${service} yet`);
}

async function removeData({ queueUrl, prefix, folder }: SystemLayout): Promise<void> {
  const sqs = sqsClient();
  for (const QueueUrl of [queueUrl, deadLetterQueueUrlOf(queueUrl)]) {
    await sqs.send(new DeleteQueueCommand({ QueueUrl })).catch(() => undefined);
  }
  for (const name of databases) await dropDatabase(`${prefix}${name}`);
  rmSync(folder, { recursive: true, force: true });
}

async function dropDatabase(database: string): Promise<void> {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database, log: silentLog });
  await mongo.connect();
  try {
    // On a busy machine a drop may take longer than the connection waits; the next attempt has less to do.
    await eventually(mongo.dropDatabase, 30_000);
  } finally {
    await mongo.stop();
  }
}

/** Folders whose warnings are printed when a test of this file fails. */
function rememberLogs(folder: string): void {
  const place = globalThis as { systemLogFolders?: string[] };
  (place.systemLogFolders ??= []).push(folder);
}
