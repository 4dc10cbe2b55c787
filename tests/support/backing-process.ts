import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startProcess, type RunningProcess } from './child-process';
import { root } from './service-process';

export interface Launch {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

export interface BackingOptions {
  name: 'mongod' | 'redis' | 'localstack';
  /** Its data and its log stand here. */
  folder: string;
  port: string;
  extraArgs?: string[];
}

/** A backing service that a test starts and stops itself; not started yet. */
export async function createBackingProcess({ name, folder, port, extraArgs = [] }: BackingOptions) {
  mkdirSync(folder, { recursive: true });
  const { command, args, env } = await findLaunch({ name, folder, port });
  let running: RunningProcess | undefined;

  return {
    port,
    folder,
    isRunning: () => running?.isRunning() === true,
    /** Undefined while it does not run. */
    pid: () => (running?.isRunning() === true ? running.pid : undefined),
    /** Does not wait until it answers. */
    start: (): void => {
      const logFile = path.join(folder, `${name}.log`);
      running = startProcess({ command, args: [...args, ...extraArgs], cwd: root, env, logFile });
    },
    /** SIGKILL. */
    kill: async (): Promise<void> => {
      await running?.kill();
    },
    /** SIGSTOP: its connections stay open, without answers. */
    hang: () => running?.hang(),
    resume: () => running?.resume(),
  };
}

export type BackingProcess = Awaited<ReturnType<typeof createBackingProcess>>;

async function findLaunch({ name, folder, port }: BackingOptions): Promise<Launch> {
  const args = ['scripts/local/backing/print-launch.mts', name, folder, port];
  const { stdout } = await promisify(execFile)(path.join(root, 'scripts/with-node'), args, {
    cwd: root,
    timeout: 150_000,
  });
  const launch = JSON.parse(stdout) as Launch;
  if (path.basename(launch.command) === 'docker')
    throw new OnlyAvailableInContainer(`${name} is available only as a container`);
  return launch;
}

/** A container outlives its client, so a test cannot end it by ending a process. */
class OnlyAvailableInContainer extends Error {}

/** Prints why a test is skipped on this machine; in CI, where no test may be skipped, throws. */
export function skipWithReason(error: unknown): undefined {
  if (process.env['CI'] === 'true' || !(error instanceof OnlyAvailableInContainer)) throw error;
  process.stderr.write(`\nLEFT OUT: ${error.message}\n`);
}
