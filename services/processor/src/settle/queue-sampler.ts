import type { Log } from '@orders/shared/log';
import { createRepeat, type Repeat } from '@orders/shared/periodic-task';
import { showOwedMails, showQueue, type QueueFigures } from './queue-metrics';

export interface FiguresNeeds {
  queue: { depth: () => Promise<QueueFigures> };
  countOwed: () => Promise<number>;
  oldestOwedAt: () => Promise<Date | undefined>;
  now: () => Date;
  log: Log;
}

const everyMs = 5_000;

/** Reads what is queued and owed in the background, so that a scrape asks nobody; one that is away holds up no other. */
export function createFigures({ queue, countOwed, oldestOwedAt, now, log }: FiguresNeeds): Repeat[] {
  const sampleQueue = async () => showQueue(await queue.depth());
  const sampleMails = async () => {
    const [count, since] = await Promise.all([countOwed(), oldestOwedAt()]);
    const ageMs = since === undefined ? 0 : Math.max(0, now().getTime() - since.getTime());
    showOwedMails({ count, oldestAgeSeconds: ageMs / 1_000 });
  };
  return [
    createRepeat({ name: 'queue sample', everyMs, work: sampleQueue, log }),
    createRepeat({ name: 'owed mails sample', everyMs, work: sampleMails, log }),
  ];
}
