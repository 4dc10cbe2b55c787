// Imports nothing but Node's own modules, so that the scripts can use it too, before any package is installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface ProcessStart {
  command: string;
  args: string[];
  cwd: string;
  /** On top of the environment of this process. */
  env?: Record<string, string> | undefined;
  /** What it prints is added to this file. */
  logFile: string;
}

export interface ProcessEnd {
  exitCode: number | null;
  tookMs: number;
}

const stopWithinMs = 15_000;

/** Runs a program in the background, and does not wait for it. */
export function startProcess({ command, args, cwd, env, logFile }: ProcessStart) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
  closeSync(log);
  const exited = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<ProcessEnd> => {
    const startedAt = Date.now();
    const killLater = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    if (!hasEnded()) {
      child.kill(signal);
      await exited;
    }
    clearTimeout(killLater);
    return { exitCode: child.exitCode, tookMs: Date.now() - startedAt };
  };
  return {
    pid: child.pid ?? 0,
    /** Asks it to stop, and waits until it has. */
    terminate: () => end('SIGTERM'),
    /** Ends it on the spot. */
    kill: () => end('SIGKILL'),
    /** Leaves its connections open and lets it do nothing, until `resume`. */
    hang: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    isRunning: () => !hasEnded(),
    /** The end of what it printed. */
    lastOutput: () => readFileSync(logFile, 'utf8').slice(-2_000),
  };
}

export type RunningProcess = ReturnType<typeof startProcess>;

/** Waits until the process says that it is ready; ends it, and throws with the end of its output, where it does not. */
export async function untilReady(
  started: RunningProcess,
  { name, isReady, withinMs }: { name: string; isReady: () => Promise<boolean>; withinMs: number },
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (started.isRunning() && Date.now() < deadline) {
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const problem = started.isRunning() ? `was not ready after ${withinMs / 1_000} s` : 'ended';
  await started.kill();
  throw new Error(`${name} ${problem}:\n${started.lastOutput()}`);
}
