import { nextRepublishAt, veryOldMs } from '../domain/order';
import type { Order, OutboxEntry, RepublishCandidate } from '../domain/order';

export interface RepublishOrdersNeeds {
  outbox: {
    findRepublishable: (now: Date, limit: number) => Promise<RepublishCandidate[]>;
    republish: (candidate: RepublishCandidate, again: { entry: OutboxEntry; nextAt: Date }) => Promise<boolean>;
  };
  queue: { depth: () => Promise<number> };
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

const pageSize = 200;

/**
 * Publishes orders again that the processor has not settled for long, in case the queue lost its messages; answers how
 * many. While the queue holds messages only very old orders are: an outage must not multiply the queue.
 */
export const createRepublishOrders =
  ({ outbox, queue, deliver, newOutboxEntry, now }: RepublishOrdersNeeds) =>
  async (): Promise<number> => {
    const at = now();
    const candidates = await outbox.findRepublishable(at, pageSize);
    if (candidates.length === 0) return 0;

    const isQueueEmpty = (await queue.depth()) === 0;
    const due = candidates.filter(({ order }) => isQueueEmpty || at.getTime() - order.createdAt.getTime() > veryOldMs);
    let republished = 0;
    for (const candidate of due) {
      const entry = newOutboxEntry('publish', at);
      const nextAt = nextRepublishAt(candidate.republishes + 1, at);
      if (!(await outbox.republish(candidate, { entry, nextAt }))) continue;
      void deliver(candidate.order, entry);
      republished += 1;
    }
    return republished;
  };
