import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const megabyte = Buffer.alloc(1024 * 1024);

/** A disk in memory that can be filled up; undefined where this user may not make one. */
export async function createSmallDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-small-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'orders-small-disk', folder]);
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    /** Leaves no byte free. */
    fill: () => fill(ballast),
    makeRoom: () => rmSync(ballast, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SmallDisk = NonNullable<Awaited<ReturnType<typeof createSmallDisk>>>;

function fill(file: string): void {
  const ballast = openSync(file, 'a');
  try {
    for (;;) writeSync(ballast, megabyte);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(ballast);
  }
}
