// What a process has used, as Linux reports it in /proc.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');
const configured = (name: string, otherwise: number) =>
  hasProc ? Number(execFileSync('getconf', [name], { encoding: 'utf8' })) : otherwise;
const ticksPerSecond = configured('CLK_TCK', 100);
const pageMiB = configured('PAGESIZE', 0) / 2 ** 20;

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
