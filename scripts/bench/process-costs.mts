// What a process has used, as Linux reports it in /proc.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');
const configured = (name: string, otherwise: number) =>
  hasProc ? Number(execFileSync('getconf', [name], { encoding: 'utf8' })) : otherwise;
const ticksPerSecond = configured('CLK_TCK', 100);
const pageMiB = configured('PAGESIZE', 0) / 2 ** 20;

/** Processor seconds of all its threads since it started. */
export const cpuSecondsOf = (pid: number): number => readProcess(pid).seconds;

/** Those of all that it started too, of what has ended and of what still runs. */
export const cpuSecondsOfTree = (pid: number, all = runningProcesses()): number =>
  treeOf(pid, all).reduce((sum, { seconds, childSeconds }) => sum + seconds + childSeconds, 0);

/** A process and all that it started, as far as they run. */
export function treeOf(pid: number, all: ReturnType<typeof readProcess>[]): ReturnType<typeof readProcess>[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [readProcess(pid), ...children.flatMap((child) => treeOf(child.pid, all))];
}

export const runningProcesses = () =>
  hasProc
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => readProcess(Number(name)))
    : [];

function readProcess(pid: number) {
  const stat = read(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (place: number) => Number(fields[place] ?? 0);
  return {
    pid,
    name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
    parent: field(1),
    seconds: (field(11) + field(12)) / ticksPerSecond,
    /** Of children that have ended. */
    childSeconds: (field(13) + field(14)) / ticksPerSecond,
  };
}

/** Processor seconds of everything on this machine, and of what its host took from it. */
export function cpuSecondsOfMachine(): number {
  const line = hasProc ? (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '') : '';
  const [user, nice, system, , , irq, softIrq, stolen] = line.split(/\s+/).slice(1).map(Number);
  const busy = [user, nice, system, irq, softIrq, stolen].reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0);
  return busy / ticksPerSecond;
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
