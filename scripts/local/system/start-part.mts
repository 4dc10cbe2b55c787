// Starts one process of the system and waits until it is ready.
import path from 'node:path';
import { backingLaunch, isBackingReady, startBacking, waitForBacking } from '../backing/start-backing.mts';
import { lastLogLines, runningPid, startBackground, type Launch } from './background.mts';
import type { Variables } from './env-file.mts';
import { Failure } from './command.mts';
import { root, type RunFolder } from './folders.mts';
import type { BackingPart, Part } from './plan.mts';
import type { ServicePart } from './replicas.mts';
import { serviceFlags } from './service-flags.mts';
import { waitUntil } from './wait.mts';

const readyWithinMs = 60_000;

export const isRunning = (folder: RunFolder, { name }: Part) => runningPid(folder, name) !== undefined;

export const isReady = (part: Part): Promise<boolean> =>
  part.kind === 'backing' ? isBackingReady(part.name, part.ports[0]?.port ?? 0) : isServiceReady(part);

/** What runs the part on this machine; installs it where that is needed. */
export const launchOf = (folder: RunFolder, { name, ports }: BackingPart) =>
  backingLaunch(folder, name, ports[0]?.port ?? 0);

export async function startBackingPart(
  folder: RunFolder,
  { part, launch }: { part: BackingPart; launch: Launch },
): Promise<void> {
  await startBacking(folder, { name: part.name, port: part.ports[0]?.port ?? 0, launch });
}

export async function startService(folder: RunFolder, part: ServicePart, env: Variables): Promise<void> {
  const main = path.join('services', part.group, 'dist/main.js');
  const launch = {
    command: process.execPath,
    args: [...serviceFlags, main],
    env: { ...env, ...part.env, RUN_DIR: folder.dir },
  };
  await startBackground(folder, part.name, launch);
  await waitForService(folder, part);
}

async function waitForService(folder: RunFolder, part: ServicePart): Promise<void> {
  const isSettled = async () => !isRunning(folder, part) || (await isServiceReady(part));
  const inTime = await waitUntil(isSettled, { timeoutMs: readyWithinMs });
  if (inTime && isRunning(folder, part)) return;
  const problem = inTime
    ? 'ended while it was starting'
    : `was not ready after ${readyWithinMs / 1_000} s${await missing(part)}`;
  throw new Failure(`${part.name} ${problem}. The end of its log:\n${lastLogLines(folder, part.name)}`);
}

/** Waits for a part that is running, wherever it is in its start. */
export async function waitUntilReady(folder: RunFolder, part: Part): Promise<void> {
  if (part.kind === 'service') return waitForService(folder, part);
  await waitForBacking(folder, { name: part.name, port: part.ports[0]?.port ?? 0 });
}

async function isServiceReady({ readyUrl }: ServicePart): Promise<boolean> {
  try {
    return (await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** What the service itself says it is waiting for. */
async function missing({ readyUrl }: ServicePart): Promise<string> {
  try {
    const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) });
    return ` (${(await answer.text()).trim()})`;
  } catch {
    return '';
  }
}

export const serviceEntry = (service: string, entry: string) =>
  path.join(root, 'services', service, 'dist', `${entry}.js`);
