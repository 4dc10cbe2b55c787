import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startProcess, untilReady, type RunningProcess } from './child-process';

export const root = rootAbove(__dirname);
export const serviceNames = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];
export type Variables = Record<string, string>;

export interface ServiceStart {
  service: ServiceName;
  env: Variables;
  /** Where it says that it is ready, as URLs have it; 127.0.0.1 by default. */
  host?: string;
  metricsPort: string;
  logFile: string;
  /** Where it is built; this checkout by default. */
  checkout?: string;
}

// Ten processes that start at once on a busy machine need longer than one.
const readyWithinMs = 90_000;

/** Runs a built service until it says that it is ready. */
export async function startService(start: ServiceStart): Promise<ServiceProcess> {
  const started = spawnService(start);
  await untilServiceReady(started, start);
  return started;
}

/** Waits until a service says that it is ready. */
export function untilServiceReady(
  started: ServiceProcess,
  { service, host = '127.0.0.1', metricsPort }: Pick<ServiceStart, 'service' | 'host' | 'metricsPort'>,
): Promise<void> {
  const readyUrl = `http://${host}:${metricsPort}/readyz`;
  const isReady = async () => (await fetch(readyUrl, { signal: AbortSignal.timeout(5_000) })).ok;
  return untilReady(started, { name: service, isReady, withinMs: readyWithinMs });
}

/** Runs a built service, and does not wait for it. */
export const spawnService = ({
  service,
  env,
  logFile,
  checkout = root,
}: Omit<ServiceStart, 'metricsPort'>): ServiceProcess =>
  startProcess({
    command: process.execPath,
    args: [...imageFlags(checkout), entryOf(checkout, service, 'main')],
    cwd: root,
    env,
    logFile,
  });

export type ServiceProcess = RunningProcess;

/** Runs one of a service's commands to its end. */
export const runCommand = (
  service: ServiceName,
  command: string,
  { env, args = [], checkout = root }: CommandOptions,
) =>
  promisify(execFile)(process.execPath, [entryOf(checkout, service, command), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });

interface CommandOptions {
  env: Variables;
  args?: string[];
  checkout?: string;
}

const entryOf = (checkout: string, service: ServiceName, entry: string) =>
  path.join(checkout, 'services', service, 'dist', `${entry}.js`);

/** A service is tried with the options of node that its image gives it. */
function imageFlags(checkout: string): string[] {
  const dockerfile = readFileSync(path.join(checkout, 'deploy', 'Dockerfile'), 'utf8');
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}

/** Also for what was compiled, which stands one folder deeper. */
function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package-lock.json')) ? folder : rootAbove(path.dirname(folder));
}
