import type { Log } from './log';
import { outsideRequest } from './request-context';
import type { Part } from './run';

/** Work that a process does again and again. */
export interface PeriodicTask {
  /** For the log. */
  name: string;
  /** From the end of one run to the start of the next, in milliseconds. */
  intervalMs: number;
  run: () => Promise<void>;
}

export interface RunningTask extends Part {
  /** Runs it now, or once more right after the present run; after a failure the interval is waited for all the same. */
  wake: () => void;
}

/** Does periodic work, never two runs at once; a failure is logged and the next run comes all the same. */
export function createPeriodicTask({ name, intervalMs, run, log }: PeriodicTask & { log: Log }): RunningTask {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isWoken = false;
  let hasFailed = false;
  let isStopped = false;

  const runOnce = async () => {
    isRunning = true;
    isWoken = false;
    try {
      await run();
      hasFailed = false;
    } catch (error) {
      hasFailed = true;
      log.warn({ error, task: name }, 'periodic task failed');
    }
    isRunning = false;
    schedule();
  };
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(begin, isWoken && !hasFailed ? 0 : intervalMs);
  };
  const begin = () => {
    // Whoever wakes it is serving a request, to which this work does not belong.
    running = outsideRequest(runOnce);
  };

  return {
    name,
    start: schedule,
    wake: () => {
      isWoken = true;
      if (isRunning || hasFailed || isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(begin, 0);
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
