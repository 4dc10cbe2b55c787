// Keeps two scripts from doing the same work at once.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './process-identity.mts';
import { waitUntil } from './wait.mts';

/** Runs the work while no other process on this machine runs work under the same lock file. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  await waitUntil(() => take(file), { timeoutMs: Infinity, everyMs: 200 });
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${processIdentity(process.pid) ?? ''}`, { flag: 'wx' });
    return true;
  } catch {
    if (isLeftBehind(file)) rmSync(file, { force: true });
    return false;
  }
}

function isLeftBehind(file: string): boolean {
  try {
    const [pid = '', ...identity] = readFileSync(file, 'utf8').split(' ');
    // An empty file is one that its owner is about to write.
    return pid !== '' && processIdentity(Number(pid)) !== identity.join(' ');
  } catch {
    return false;
  }
}
