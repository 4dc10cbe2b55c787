// Background processes that outlive the script which starts them, each known by a pid file.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from './command.mts';
import { root, type RunFolder } from './folders.mts';
import { processIdentity } from './process-identity.mts';
import { waitUntil } from './wait.mts';

export interface Launch {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

const maxLogBytes = 50_000_000;

export async function startBackground(folder: RunFolder, name: string, launch: Launch): Promise<number> {
  const { log, logOffset } = openLog(logPath(folder, name));
  const child = spawn(launch.command, launch.args, {
    cwd: root,
    env: { ...process.env, ...launch.env },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Failure(`${name} could not be started: ${error.message}`)));
  });
  child.unref();
  const pid = child.pid ?? 0;
  writeFileSync(recordPath(folder, name), `${pid} ${logOffset} ${processIdentity(pid) ?? 'gone'}\n`);
  writeFileSync(pidPath(folder, name), `${pid}\n`);
  return pid;
}

/** The id of the process that was started under this name, as long as it is that process and runs. */
export function runningPid(folder: RunFolder, name: string): number | undefined {
  const { pid, identity } = readRecord(folder, name);
  return pid > 0 && processIdentity(pid) === identity ? pid : undefined;
}

/** Asks the process to end, ends it when it does not; says whether there was one. */
export async function stopBackground(folder: RunFolder, name: string, graceMs = 12_000): Promise<boolean> {
  const pid = runningPid(folder, name);
  if (pid !== undefined) {
    signal(pid, 'SIGTERM');
    const isGone = () => runningPid(folder, name) === undefined;
    if (!(await waitUntil(isGone, { timeoutMs: graceMs, everyMs: 50 }))) {
      signal(pid, 'SIGKILL');
      await waitUntil(isGone, { timeoutMs: 5_000, everyMs: 50 });
    }
  }
  forget(folder, name);
  return pid !== undefined;
}

/** The end of what a process has logged since it was started last. */
export function lastLogLines(folder: RunFolder, name: string, count = 15): string {
  const file = logPath(folder, name);
  if (!existsSync(file)) return '';
  const sinceStart = readFileSync(file).subarray(readRecord(folder, name).logOffset).toString();
  const lines = sinceStart.trimEnd().split('\n').slice(-count);
  return lines.map((line) => line.slice(0, 500)).join('\n');
}

export const logPath = (folder: RunFolder, name: string) => path.join(folder.logs, `${name}.log`);
const pidPath = (folder: RunFolder, name: string) => path.join(folder.dir, `${name}.pid`);
const recordPath = (folder: RunFolder, name: string) => path.join(folder.records, name);

function readRecord(folder: RunFolder, name: string): { pid: number; logOffset: number; identity: string } {
  const record = existsSync(recordPath(folder, name)) ? readFileSync(recordPath(folder, name), 'utf8') : '';
  const [pid = '', logOffset = '', ...identity] = record.trim().split(' ');
  return { pid: Number(pid), logOffset: Number(logOffset), identity: identity.join(' ') };
}

/** Removes the pid file of a process that is not there any more. */
export function forget(folder: RunFolder, name: string): void {
  rmSync(pidPath(folder, name), { force: true });
  rmSync(recordPath(folder, name), { force: true });
}

function openLog(file: string): { log: number; logOffset: number } {
  if (existsSync(file) && statSync(file).size > maxLogBytes) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a');
  return { log, logOffset: fstatSync(log).size };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the look and the signal.
  }
}
