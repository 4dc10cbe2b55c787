// Looks for programs on PATH and asks them for their version.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function findOnPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, program)).find(isExecutable);
}

/** What a program says on stdout; undefined when it fails. */
export async function outputOf(command: string, args: string[], timeoutMs = 20_000): Promise<string | undefined> {
  try {
    return (await run(command, args, { timeout: timeoutMs })).stdout;
  } catch {
    return undefined;
  }
}

/** Whether a text such as "db version v6.0.5" names at least this version. */
export function isAtLeast(text: string, [wantedMajor, wantedMinor]: [number, number]): boolean {
  const [, major, minor] = /(\d+)\.(\d+)\.\d+/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
