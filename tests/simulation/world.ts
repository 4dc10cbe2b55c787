import { createChance, type Chance } from './random';
import { createScheduler, type Scheduler } from './scheduler';
import { createStory, type Story } from './timeline';
import { createTrouble, type Trouble } from './failures';

/** What all parts of one run share. */
export interface World {
  chance: Chance;
  scheduler: Scheduler;
  trouble: Trouble;
  story: Story;
  /** The true time, which the databases' clocks show. */
  now: () => Date;
  newId: (kind: string) => string;
  /** Something that must never happen. */
  violated: (what: string) => void;
  violations: string[];
}

const startedAtMs = Date.UTC(2026, 0, 1);

export function createWorld(seed: number, isTold: boolean): World {
  const chance = createChance(seed);
  const scheduler = createScheduler();
  const story = createStory(scheduler.now, isTold);
  const violations: string[] = [];
  let ids = 0;
  return {
    chance,
    scheduler,
    story,
    trouble: createTrouble(chance),
    now: () => new Date(startedAtMs + scheduler.now()),
    newId: (kind) => {
      ids += 1;
      return `${kind} ${String(ids)}`;
    },
    violated: (what) => {
      violations.push(what);
      story.tell('AUDIT', what);
    },
    violations,
  };
}
