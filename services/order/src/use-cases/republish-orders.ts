import type { Order, OutboxEntry } from '../domain/order';
import { nextRepublishAt, veryOldMs } from '../domain/republish-schedule';

interface Candidate {
  order: Order;
  republishAt: Date;
  republishes: number;
}

export interface RepublishOrdersNeeds {
  outbox: {
    republishable: (now: Date, limit: number) => Promise<Candidate[]>;
    republish: (candidate: Candidate, again: { entry: OutboxEntry; nextAt: Date }) => Promise<boolean>;
  };
  queue: { depth: () => Promise<number> };
  relay: (order: Order, entry: OutboxEntry) => void;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  now: () => Date;
}

const pageSize = 200;

/**
 * Publishes orders of long ago that the processor has not heard of once more, in case the queue was lost whole; answers
 * how many. While the queue still holds messages only the very old are: an outage must not multiply the queue.
 */
export const createRepublishOrders =
  ({ outbox, queue, relay, newOutboxEntry, now }: RepublishOrdersNeeds) =>
  async (): Promise<number> => {
    const at = now();
    const candidates = await outbox.republishable(at, pageSize);
    if (candidates.length === 0) return 0;

    const isQueueEmpty = (await queue.depth()) === 0;
    const due = candidates.filter(({ order }) => isQueueEmpty || at.getTime() - order.createdAt.getTime() > veryOldMs);
    let republished = 0;
    for (const candidate of due) {
      const entry = newOutboxEntry('publish', at);
      const nextAt = nextRepublishAt(candidate.republishes + 1, at);
      if (!(await outbox.republish(candidate, { entry, nextAt }))) continue;
      relay(candidate.order, entry);
      republished += 1;
    }
    return republished;
  };
