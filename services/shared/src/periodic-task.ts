import type { Log } from './log';
import { outsideRequest } from './request-context';
import type { Part } from './run';

export interface RepeatOptions {
  /** What it is, for the log. */
  name: string;
  /** From the end of one run to the start of the next, in milliseconds. */
  everyMs: number;
  work: () => Promise<void>;
  log: Log;
}

export interface Repeat extends Part {
  /** Runs it now, or once more right after the present run; after a failure the timer is waited for all the same. */
  wake: () => void;
}

/** Runs `work` again and again, never two at once; a failure is logged and the next run comes all the same. */
export function createRepeat({ name, everyMs, work, log }: RepeatOptions): Repeat {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isWanted = false;
  let hasFailed = false;
  let stopped = false;

  const runOnce = async () => {
    isRunning = true;
    isWanted = false;
    try {
      await work();
      hasFailed = false;
    } catch (error) {
      hasFailed = true;
      log.warn({ error, work: name }, 'repeated work failed');
    }
    isRunning = false;
    plan();
  };
  const plan = () => {
    if (stopped) return;
    timer = setTimeout(begin, isWanted && !hasFailed ? 0 : everyMs);
  };
  const begin = () => {
    // A wake comes out of somebody's request, to which the work does not belong.
    running = outsideRequest(runOnce);
  };

  return {
    name,
    start: plan,
    wake: () => {
      isWanted = true;
      if (isRunning || hasFailed || stopped) return;
      clearTimeout(timer);
      timer = setTimeout(begin, 0);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
