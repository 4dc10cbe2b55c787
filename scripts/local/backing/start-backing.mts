// Starts one backing service and waits until it is ready.
import { lastLogLines, runningPid, startBackground, type Launch } from '../system/background.mts';
import { Failure } from '../system/command.mts';
import type { RunFolder } from '../system/folders.mts';
import { waitUntil } from '../system/wait.mts';
import { isLocalstackReady, localstackLaunch } from './localstack.mts';
import { mongodLaunch } from './mongod.mts';
import { isRedisReady, redisLaunch } from './redis.mts';
import { isPrimary } from './replica-set.mts';

export const backingNames = ['mongod', 'redis', 'localstack'] as const;
export type BackingName = (typeof backingNames)[number];

export interface BackingAddress {
  name: BackingName;
  port: number;
}

const launches: Record<BackingName, (folder: RunFolder, port: number) => Promise<Launch>> = {
  mongod: mongodLaunch,
  redis: redisLaunch,
  localstack: localstackLaunch,
};

const readiness: Record<BackingName, (port: number) => Promise<boolean>> = {
  mongod: isPrimary,
  redis: (port) => isRedisReady({ port }),
  localstack: (port) => isLocalstackReady(`http://127.0.0.1:${port}`),
};

export const isBackingReady = (name: BackingName, port: number) => readiness[name](port);

/** What runs the part on this machine; installs it where that is needed. */
export const backingLaunch = (folder: RunFolder, name: BackingName, port: number) => launches[name](folder, port);

export async function startBacking(
  folder: RunFolder,
  { launch, ...part }: BackingAddress & { launch: Launch },
): Promise<void> {
  await startBackground(folder, part.name, launch);
  await waitForBacking(folder, part);
}

/** Fails with the end of the log when the part ends instead, or takes too long. */
export async function waitForBacking(folder: RunFolder, { name, port }: BackingAddress): Promise<void> {
  const isSettled = async () => runningPid(folder, name) === undefined || (await isBackingReady(name, port));
  const inTime = await waitUntil(isSettled, { timeoutMs: 120_000 });
  if (inTime && runningPid(folder, name) !== undefined) return;
  const problem = inTime ? 'ended while it was starting' : 'did not become ready in 120 s';
  throw new Failure(`${name} ${problem}. The end of its log:\n${lastLogLines(folder, name)}`);
}
