// A process that the bench starts, and stops again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Failure } from '../local/system/failure.mts';
import { root } from '../local/system/folders.mts';
import { waitUntil } from '../local/system/wait.mts';

export interface ProcessStart {
  name: string;
  /** A built file, or a script of the bench. */
  entry: string;
  env: Record<string, string>;
  logFile: string;
  isReady: () => Promise<boolean>;
  /** Options of node, as `--cpu-prof`. */
  nodeOptions?: string[];
}

export interface BenchProcess {
  name: string;
  pid: number;
  stop: () => Promise<void>;
}

const readyWithinMs = 60_000;
const stopWithinMs = 12_000;

export const scriptOptions = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
];

/** Runs it until it says that it is ready. */
export async function startProcess(options: ProcessStart): Promise<BenchProcess> {
  const { name, entry, env, logFile, isReady, nodeOptions = [] } = options;
  const log = openSync(logFile, 'a');
  const flags = entry.endsWith('.mts') ? scriptOptions : [];
  const child = spawn(process.execPath, [...flags, ...nodeOptions, entry], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const stop = async () => {
    if (hasEnded()) return;
    const giveUp = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(giveUp);
  };
  const settled = async () => hasEnded() || (await isReady().catch(() => false));
  const inTime = await waitUntil(settled, { timeoutMs: readyWithinMs, everyMs: 50 });
  if (!inTime || hasEnded()) {
    await stop();
    throw new Failure(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
  }
  return { name, pid: child.pid ?? 0, stop };
}

/** Whether a service says that it is ready. */
export const isServiceReady = (metricsPort: number) => async () =>
  (await fetch(`http://127.0.0.1:${metricsPort}/readyz`)).ok;
