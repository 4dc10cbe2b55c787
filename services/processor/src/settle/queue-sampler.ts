import type { Log } from '@orders/shared/log';
import { createPeriodicTask, type RunningTask } from '@orders/shared/periodic-task';
import { showOwedMails, showQueue, type QueueFigures } from './queue-metrics';

export interface FiguresNeeds {
  queue: { depth: () => Promise<QueueFigures> };
  countOwed: () => Promise<number>;
  oldestOwedAt: () => Promise<Date | undefined>;
  now: () => Date;
  log: Log;
}

const intervalMs = 5_000;

/** Reads what is queued and owed in the background, so that a scrape asks nobody; one that is away holds up no other. */
export function createFigures({ queue, countOwed, oldestOwedAt, now, log }: FiguresNeeds): RunningTask[] {
  const sampleQueue = async () => showQueue(await queue.depth());
  const sampleMails = async () => {
    const [count, since] = await Promise.all([countOwed(), oldestOwedAt()]);
    const ageMs = since === undefined ? 0 : Math.max(0, now().getTime() - since.getTime());
    showOwedMails({ count, oldestAgeSeconds: ageMs / 1_000 });
  };
  return [
    createPeriodicTask({ name: 'queue sample', intervalMs, run: sampleQueue, log }),
    createPeriodicTask({ name: 'owed mails sample', intervalMs, run: sampleMails, log }),
  ];
}
