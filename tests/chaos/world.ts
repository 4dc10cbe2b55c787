import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackingProcess, type BackingProcess } from '../support/backing-process';
import { eventually } from '../support/eventually';
import { freePorts } from '../support/free-ports';
import { startCutSystem } from '../support/cut-system';
import type { Network } from '../support/network';
import type { ReplicaSet } from '../support/replica-set';
import type { Variables } from '../support/service-process';
import { createJumpingClock, shiftedClock } from '../support/shifted-clock';
import type { System } from '../support/system';
import { createSmallDisk, type SmallDisk } from './small-disk';

/** Everything that can be broken. */
export interface World {
  system: System;
  replicaSet: ReplicaSet;
  /** Between all processes. */
  network: Network;
  /** Of the first replicas, by their names. */
  clocks: Map<string, ReturnType<typeof createJumpingClock>>;
  redis: BackingProcess;
  localstack: BackingProcess;
  /** The disk of the first mongod; undefined where none can be made. */
  disk: SmallDisk | undefined;
  untilLocalstackAnswers: () => Promise<void>;
  /** Resumes everything that hangs. */
  resumeAll: () => void;
  stop: () => Promise<void>;
}

const services = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;

export interface WorldOptions {
  /** Whether the first mongod gets a disk that can be filled up, where one can be made; it holds 700 MB. */
  hasSmallDisk: boolean;
}

/** Starts two replicas of everything, the clocks of the second ones a minute ahead, on backing services of their own. */
export async function buildWorld({ hasSmallDisk }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-chaos-'));
  const endings: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const disk = hasSmallDisk ? await createSmallDisk() : undefined;
    if (disk) endings.push(disk.remove);
    const { redis, localstack } = await startOthers(folder);
    endings.push(() => Promise.all([redis.kill(), localstack.kill()]));
    const untilLocalstackAnswers = () => eventually(() => expectAnswer(localstack.port), 90_000);
    await untilLocalstackAnswers();
    Object.assign(process.env, variablesOf({ redis, localstack }));

    const clocks = new Map(services.map((name) => [name as string, createJumpingClock()]));
    endings.push(() => clocks.forEach((clock) => clock.stop()));
    const cutSystem = await startCutSystem({
      replicaSet: {
        ...(disk && { firstFolder: disk.folder }),
        // Written to disk each 5 s instead of each minute, so that a full disk is noticed while the fault lasts.
        extraArgs: ['--setParameter', 'enableTestCommands=1', '--syncdelay', '5'],
      },
      replicas: Object.fromEntries(services.map((name) => [name, 2])),
      envOf: {
        ...Object.fromEntries([...clocks].map(([name, { variables }]) => [name, variables])),
        ...Object.fromEntries(services.map((name) => [`${name}-2`, shiftedClock(60)])),
      },
    });
    const { system, replicaSet, network } = cutSystem;
    const resumeAll = () => {
      for (const one of [redis, localstack, ...replicaSet.members]) one.resume();
      for (const { name } of system.layout.replicas) system.resume(name);
    };
    endings.push(cutSystem.stop, resumeAll);
    return { system, replicaSet, network, clocks, redis, localstack, disk, untilLocalstackAnswers, resumeAll, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOthers(folder: string) {
  const [redisPort = '', localstackPort = ''] = await freePorts(2);
  const at = (name: string) => path.join(folder, name);
  const redis = await createBackingProcess({ name: 'redis', folder: at('redis'), port: redisPort });
  const localstack = await createBackingProcess({ name: 'localstack', folder: at('localstack'), port: localstackPort });
  redis.start();
  localstack.start();
  return { redis, localstack };
}

async function expectAnswer(port: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/_localstack/health`, { signal: AbortSignal.timeout(2_000) });
  const { services } = (await answer.json()) as { services: Record<string, string> };
  const states = [services['sqs'], services['ses']];
  if (!states.every((state) => state === 'running' || state === 'available'))
    throw new Error(`LocalStack is ${states.join()}`);
}

const variablesOf = ({ redis, localstack }: Pick<World, 'redis' | 'localstack'>): Variables => ({
  REDIS_HOST: '127.0.0.1',
  REDIS_PORT: redis.port,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${localstack.port}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});
