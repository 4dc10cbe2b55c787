// Whether this machine does anything else: what is measured beside other work says nothing.
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../local/system/command.mts';
import { cpuSecondsOfMachine, cpuSecondsOfTree, runningProcesses, treeOf } from '../process-costs.mts';

/** Something else used the processors. */
export class Disturbed extends Failure {}

/** Of all processors. */
const allowedShare = 0.1;
const lookSeconds = 3;
const waitSeconds = 600;

/** Fails where something else uses the processors; where it may wait, only when that has not ended in ten minutes. */
export async function refuseUnlessQuiet({ mayWait = false } = {}): Promise<void> {
  const endsAt = performance.now() + (mayWait ? waitSeconds * 1_000 : 0);
  for (;;)
    try {
      await refuseWhileOthersWork('nothing is measured', () => sleep(lookSeconds * 1_000));
      return;
    } catch (error) {
      if (!(error instanceof Disturbed) || performance.now() >= endsAt) throw error;
    }
}

/** Runs the work, and fails where something else used the processors meanwhile; answers their share too. */
export async function refuseWhileOthersWork<T>(what: string, work: () => Promise<T>) {
  const started = performance.now();
  const before = look();
  const result = await work();
  const after = look();
  const seconds = ((performance.now() - started) / 1_000) * os.availableParallelism();
  const share = (after.others - before.others) / seconds;
  if (share > allowedShare)
    throw new Disturbed(
      `${what}: something else uses ${percent(share)} of the processors (${namesOf(before, after, seconds)}). Try again when it has ended.`,
    );
  return { result, share };
}

function look() {
  const all = runningProcesses();
  const own = new Set(treeOf(process.pid, all).map(({ pid }) => pid));
  const foreign = all.filter(({ pid }) => !own.has(pid));
  return { others: cpuSecondsOfMachine() - cpuSecondsOfTree(process.pid, all), foreign };
}

type Look = ReturnType<typeof look>;

function namesOf(before: Look, after: Look, seconds: number): string {
  const secondsBefore = new Map(before.foreign.map(({ pid, seconds }) => [pid, seconds]));
  const used = after.foreign.map(({ pid, name, seconds }) => ({
    pid,
    name,
    used: seconds - (secondsBefore.get(pid) ?? 0),
  }));
  const most = used.sort((one, other) => other.used - one.used).slice(0, 3);
  const names = most
    .filter((one) => one.used / seconds > 0.01)
    .map(({ name, pid, used }) => `${name} (process ${pid}) ${percent(used / seconds)}`);
  return names.length === 0 ? 'programs that have ended' : names.join(', ');
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
