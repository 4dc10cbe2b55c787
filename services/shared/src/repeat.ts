import type { Log } from './log';
import type { Part } from './run';

export interface RepeatOptions {
  /** What it is, for the log. */
  name: string;
  /** From the end of one run to the start of the next, in milliseconds. */
  everyMs: number;
  work: () => Promise<void>;
  log: Log;
}

/** Runs `work` again and again, never two at once; a failure is logged and the next run comes all the same. */
export function createRepeat({ name, everyMs, work, log }: RepeatOptions): Part {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const runOnce = async () => {
    try {
      await work();
    } catch (error) {
      log.warn({ error, work: name }, 'repeated work failed');
    }
    plan();
  };
  const plan = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = runOnce();
    }, everyMs);
  };

  return {
    name,
    start: plan,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
