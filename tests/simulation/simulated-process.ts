import { unavailable } from '@orders/shared/errors';
import { formatOutcome, type Outcome } from './format-outcome';
import type { FailureMode } from './failures';
import type { World } from './world';

/** One run of a process, from its start to its crash. What it awaits when it crashes never resolves. */
export interface SimulatedProcess {
  name: string;
  hasCrashed: () => boolean;
  crash: () => void;
  /** Called when it crashes: calls of others that it was serving fail. */
  crashListeners: Set<() => void>;
  /** Its own clock, which may be wrong. */
  now: () => Date;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<void>;
  nextTurn: (work: () => void) => void;
  every: (milliseconds: number, work: () => void) => () => void;
  /** Runs work again and again, never twice at once. */
  runPeriodically: (task: PeriodicWork) => { wake: () => void };
  /** Does something to a store, a queue or the mail service, at one moment of virtual time. */
  effect: <T>(target: string, what: string, work: () => T) => Promise<T>;
}

interface PeriodicWork {
  intervalMs: () => number;
  work: () => Promise<unknown>;
}

export interface SimulatedProcessOptions {
  name: string;
  /** How far its clock is ahead. */
  skewMs: number;
  onCrash: () => void;
}

export function createSimulatedProcess(
  world: World,
  { name, skewMs, onCrash }: SimulatedProcessOptions,
): SimulatedProcess {
  const { scheduler, timeline } = world;
  const crashListeners = new Set<() => void>();
  let hasCrashed = false;

  const after = (milliseconds: number, work: () => void) =>
    scheduler.after(milliseconds, () => {
      if (!hasCrashed) work();
    });
  const wait = (milliseconds: number) => new Promise<void>((resolve) => after(milliseconds, resolve));

  const process: SimulatedProcess = {
    name,
    hasCrashed: () => hasCrashed,
    crash: () => {
      if (hasCrashed) return;
      hasCrashed = true;
      timeline.record(name, 'CRASHES');
      for (const listener of crashListeners) listener();
      onCrash();
    },
    crashListeners,
    now: () => new Date(world.now().getTime() + skewMs),
    monotonicMs: scheduler.now,
    wait,
    nextTurn: (work) => after(world.random.between(0, 1), work),
    every: (milliseconds, work) => {
      let isStopped = false;
      const again = () => {
        if (isStopped) return;
        work();
        after(milliseconds, again);
      };
      after(milliseconds, again);
      return () => {
        isStopped = true;
      };
    },
    runPeriodically: (task) => createPeriodicTask(after, task),
    effect: (target, what, work) => runEffect(world, process, { target, what, work }),
  };
  return process;
}

function createPeriodicTask(
  after: (milliseconds: number, work: () => void) => void,
  { intervalMs, work }: PeriodicWork,
) {
  let turn = 0;
  let isRunning = false;
  let isWoken = false;
  let hasFailed = false;

  const isRunAgainAtOnce = () => isWoken && !hasFailed;
  const plan = (milliseconds: number) => {
    turn += 1;
    const mine = turn;
    after(milliseconds, () => {
      if (mine === turn) void run();
    });
  };
  const run = async () => {
    isRunning = true;
    isWoken = false;
    hasFailed = await work().then(
      () => false,
      () => true,
    );
    isRunning = false;
    plan(isRunAgainAtOnce() ? 0 : intervalMs());
  };
  plan(intervalMs());
  return {
    wake: () => {
      isWoken = true;
      if (!isRunning && !hasFailed) plan(0);
    },
  };
}

interface Effect<T> {
  target: string;
  what: string;
  work: () => T;
}

/** What was sent takes effect even when its sender has crashed by then; only the answer is lost. */
function runEffect<T>(world: World, process: SimulatedProcess, { target, what, work }: Effect<T>): Promise<T> {
  const { failures, timeline, scheduler } = world;
  return new Promise<T>((resolve, reject) => {
    if (process.hasCrashed()) return;
    const mode = failures.next(target);
    const record = (ending: () => string) => {
      if (timeline.isRecorded) timeline.record(process.name, `${target}: ${what}${ending()}`);
    };
    const answer = (finish: () => void) =>
      scheduler.after(failures.networkDelayMs(), () => {
        if (!process.hasCrashed()) finish();
      });
    const fail = () => reject(unavailable(`${target} is unavailable`));
    const takeEffect = (milliseconds: number, then: (outcome: Outcome<T>) => void) =>
      scheduler.after(milliseconds, () => {
        const outcome = attempt(work);
        if (mode !== 'none' || !isEmpty(outcome))
          record(() => `${mode === 'none' ? '' : ` (${mode})`} -> ${formatOutcome(what, outcome)}`);
        then(outcome);
      });
    const succeed = () =>
      takeEffect(failures.networkDelayMs(), (outcome) => answer(() => finishWith(outcome, { resolve, reject })));
    const ignore = () => undefined;

    const play: Record<FailureMode, () => void> = {
      none: succeed,
      doubled: () => {
        takeEffect(failures.latenessMs(), ignore);
        succeed();
      },
      'fails before': () => {
        record(() => ' FAILED before it took effect');
        answer(fail);
      },
      'fails after': () => takeEffect(failures.networkDelayMs(), () => answer(fail)),
      late: () => {
        answer(fail);
        takeEffect(failures.networkDelayMs() + failures.latenessMs(), ignore);
      },
      'crash before': () => {
        record(() => ' never left');
        scheduler.after(failures.networkDelayMs(), process.crash);
      },
      'crash after': () => takeEffect(failures.networkDelayMs(), process.crash),
    };
    play[mode]();
  });
}

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function finishWith<T>(
  outcome: Outcome<T>,
  { resolve, reject }: { resolve: (value: T) => void; reject: (error: unknown) => void },
): void {
  if ('value' in outcome) resolve(outcome.value);
  else reject(outcome.error);
}

/** Polls and sweeps that find nothing are left out of the timeline. */
function isEmpty<T>(outcome: Outcome<T>): boolean {
  const value: unknown = 'value' in outcome ? outcome.value : undefined;
  const found = typeof value === 'object' && value !== null && 'Messages' in value ? value.Messages : value;
  return Array.isArray(found) && found.length === 0;
}
