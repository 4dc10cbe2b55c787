import { unavailable } from '@orders/shared/errors';
import { sayOutcome, type Outcome } from './format-outcome';
import type { Fate } from './failures';
import type { World } from './world';

/** One life of a process: from its start to its crash. What it awaits when it ends never goes on. */
export interface Life {
  name: string;
  isOver: () => boolean;
  crash: () => void;
  /** Calls in hand of others, which hear of the end. */
  onEnd: Set<() => void>;
  /** Its own clock, which may be wrong. */
  now: () => Date;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<void>;
  nextTurn: (work: () => void) => void;
  every: (milliseconds: number, work: () => void) => () => void;
  /** Runs work again and again, never two at once. */
  repeat: (repeated: { everyMs: () => number; work: () => Promise<unknown> }) => { wake: () => void };
  /** An effect on a store, a queue or a mail service, which takes place at one moment. */
  effect: <T>(on: string, what: string, work: () => T) => Promise<T>;
}

export interface LifeFacts {
  name: string;
  /** How far its clock is off. */
  skewMs: number;
  onCrash: () => void;
}

export function createLife(world: World, { name, skewMs, onCrash }: LifeFacts): Life {
  const { scheduler, story } = world;
  const onEnd = new Set<() => void>();
  let isOver = false;

  const after = (milliseconds: number, work: () => void) =>
    scheduler.after(milliseconds, () => {
      if (!isOver) work();
    });
  const wait = (milliseconds: number) => new Promise<void>((resolve) => after(milliseconds, resolve));

  const life: Life = {
    name,
    isOver: () => isOver,
    crash: () => {
      if (isOver) return;
      isOver = true;
      story.tell(name, 'CRASHES');
      for (const listener of onEnd) listener();
      onCrash();
    },
    onEnd,
    now: () => new Date(world.now().getTime() + skewMs),
    monotonicMs: scheduler.now,
    wait,
    nextTurn: (work) => after(world.chance.between(0, 1), work),
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
    repeat: (repeated) => createRepeat(after, repeated),
    effect: (on, what, work) => createEffect(world, life, { on, what, work }),
  };
  return life;
}

function createRepeat(
  after: (milliseconds: number, work: () => void) => void,
  { everyMs, work }: { everyMs: () => number; work: () => Promise<unknown> },
) {
  let turn = 0;
  let isRunning = false;
  let isWanted = false;
  let hasFailed = false;

  const isAgain = () => isWanted && !hasFailed;
  const plan = (milliseconds: number) => {
    turn += 1;
    const mine = turn;
    after(milliseconds, () => {
      if (mine === turn) void run();
    });
  };
  const run = async () => {
    isRunning = true;
    isWanted = false;
    hasFailed = await work().then(
      () => false,
      () => true,
    );
    isRunning = false;
    plan(isAgain() ? 0 : everyMs());
  };
  plan(everyMs());
  return {
    wake: () => {
      isWanted = true;
      if (!isRunning && !hasFailed) plan(0);
    },
  };
}

interface Effect<T> {
  on: string;
  what: string;
  work: () => T;
}

/** What was sent takes place also when its sender is dead by then; only the answer finds nobody. */
function createEffect<T>(world: World, life: Life, { on, what, work }: Effect<T>): Promise<T> {
  const { trouble, story, scheduler } = world;
  return new Promise<T>((resolve, reject) => {
    if (life.isOver()) return;
    const fate = trouble.fate(on);
    const note = (end: () => string) => {
      if (story.isTold) story.tell(life.name, `${on}: ${what}${end()}`);
    };
    const answer = (finish: () => void) =>
      scheduler.after(trouble.delayMs(), () => {
        if (!life.isOver()) finish();
      });
    const fail = () => reject(unavailable(`${on} does not answer`));
    const takePlace = (milliseconds: number, then: (outcome: Outcome<T>) => void) =>
      scheduler.after(milliseconds, () => {
        const outcome = attempt(work);
        if (fate !== 'ordinary' || !isNothing(outcome))
          note(() => `${fate === 'ordinary' ? '' : ` (${fate})`} -> ${sayOutcome(what, outcome)}`);
        then(outcome);
      });
    const inOrder = () => takePlace(trouble.delayMs(), (outcome) => answer(() => tell(outcome, { resolve, reject })));
    const nothing = () => undefined;

    const play: Record<Fate, () => void> = {
      ordinary: inOrder,
      doubled: () => {
        takePlace(trouble.lateMs(), nothing);
        inOrder();
      },
      'fails before': () => {
        note(() => ' FAILED before it took effect');
        answer(fail);
      },
      'fails after': () => takePlace(trouble.delayMs(), () => answer(fail)),
      late: () => {
        answer(fail);
        takePlace(trouble.delayMs() + trouble.lateMs(), nothing);
      },
      'crash before': () => {
        note(() => ' never left');
        scheduler.after(trouble.delayMs(), life.crash);
      },
      'crash after': () => takePlace(trouble.delayMs(), life.crash),
    };
    play[fate]();
  });
}

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function tell<T>(
  outcome: Outcome<T>,
  { resolve, reject }: { resolve: (value: T) => void; reject: (error: unknown) => void },
): void {
  if ('value' in outcome) resolve(outcome.value);
  else reject(outcome.error);
}

/** Polls and sweeps that find nothing are no part of the story. */
function isNothing<T>(outcome: Outcome<T>): boolean {
  const value: unknown = 'value' in outcome ? outcome.value : undefined;
  const found = typeof value === 'object' && value !== null && 'Messages' in value ? value.Messages : value;
  return Array.isArray(found) && found.length === 0;
}
