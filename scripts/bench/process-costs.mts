// What a process has used, as Linux tells it; elsewhere nothing is known, and the bench leaves these figures out.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const areCostsKnown = existsSync('/proc/self/stat');

const ticksPerSecond = areCostsKnown ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100;
const pageMiB = areCostsKnown ? Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' })) / 2 ** 20 : 0;

/** Processor seconds of all its threads since it started. */
export function cpuSecondsOf(pid: number): number {
  const stat = read(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

/** Resident memory in MiB. */
export const memoryMiBOf = (pid: number): number => Number(read(pid, 'statm').split(' ')[1] ?? 0) * pageMiB;

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
