import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually';

export const root = rootAbove(__dirname);
export const serviceNames = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];
export type Variables = Record<string, string>;

export interface ServiceStart {
  service: ServiceName;
  env: Variables;
  metricsPort: string;
  logFile: string;
}

export interface ServiceEnd {
  exitCode: number | null;
  tookMs: number;
}

// A service is tried with the options of node that its image gives it.
const imageFlags = flagsIn(readFileSync(path.join(root, 'deploy', 'Dockerfile'), 'utf8'));
const readyWithinMs = 40_000;
const stopWithinMs = 15_000;

/** Runs a built service until it says that it is ready. */
export async function startService(start: ServiceStart): Promise<ServiceProcess> {
  const { service, metricsPort, logFile } = start;
  const child = spawnService(start);
  const told = () => readFileSync(logFile, 'utf8').slice(-2_000);
  const ready = eventually(async () => {
    if (!child.isRunning()) return;
    const { ok } = await fetch(`http://127.0.0.1:${metricsPort}/readyz`, { signal: AbortSignal.timeout(5_000) });
    if (!ok) throw new Error(`${service} is not ready:\n${told()}`);
  }, readyWithinMs);
  try {
    await ready;
    if (!child.isRunning()) throw new Error(`${service} ended:\n${told()}`);
  } catch (error) {
    await child.kill();
    throw error;
  }
  return child;
}

/** Runs a built service, and does not wait for it. */
export function spawnService({ service, env, logFile }: Omit<ServiceStart, 'metricsPort'>) {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...imageFlags, entryOf(service, 'main')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<ServiceEnd> => {
    const startedAt = Date.now();
    const giveUp = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    if (!hasEnded()) {
      child.kill(signal);
      await exited;
    }
    clearTimeout(giveUp);
    return { exitCode: child.exitCode, tookMs: Date.now() - startedAt };
  };
  return {
    /** Asks it to stop, and waits until it has. */
    terminate: () => end('SIGTERM'),
    /** Ends it on the spot. */
    kill: () => end('SIGKILL'),
    /** Leaves its connections open and lets it do nothing, until `resume`. */
    hang: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    isRunning: () => !hasEnded(),
  };
}

export type ServiceProcess = ReturnType<typeof spawnService>;

/** Runs one of a service's commands to its end. */
export const runCommand = (service: ServiceName, command: string, { env, args = [] }: CommandOptions) =>
  promisify(execFile)(process.execPath, [entryOf(service, command), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });

interface CommandOptions {
  env: Variables;
  args?: string[];
}

const entryOf = (service: ServiceName, entry: string) => path.join(root, 'services', service, 'dist', `${entry}.js`);

function flagsIn(dockerfile: string): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}

/** Also for what was compiled, which stands one folder deeper. */
function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package-lock.json')) ? folder : rootAbove(path.dirname(folder));
}
