import { createHistory, type History } from '../histories/check-history';
import { createFailureInjector, type FailureInjector } from './failures';
import { createRandom, type Random } from './random';
import { createScheduler, type Scheduler } from './scheduler';
import { createTimeline, type Timeline } from './timeline';

/** What all parts of one run share. */
export interface World {
  seed: number;
  random: Random;
  /** Decides who erases the account, so that other seeds stay what they are. */
  erasures: Random;
  scheduler: Scheduler;
  failures: FailureInjector;
  timeline: Timeline;
  /** The calls of buyers and operators, by the true time. */
  history: History;
  /** The true time, which the databases' clocks show. */
  now: () => Date;
  newId: (kind: string) => string;
  /** Reports something that must never happen. */
  reportViolation: (what: string) => void;
  violations: string[];
}

const startedAtMs = Date.UTC(2026, 0, 1);

export function createWorld(seed: number, isRecorded: boolean): World {
  const random = createRandom(seed);
  const scheduler = createScheduler();
  const timeline = createTimeline(scheduler.now, isRecorded);
  const violations: string[] = [];
  let ids = 0;
  return {
    seed,
    random,
    erasures: createRandom(seed + 1_000_000_007),
    scheduler,
    timeline,
    history: createHistory(scheduler.now),
    failures: createFailureInjector(random),
    now: () => new Date(startedAtMs + scheduler.now()),
    newId: (kind) => {
      ids += 1;
      return `${kind} ${String(ids)}`;
    },
    reportViolation: (what) => {
      violations.push(what);
      timeline.record('AUDIT', what);
    },
    violations,
  };
}
