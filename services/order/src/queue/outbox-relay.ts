import { createGroupCommit, type NextTurn } from '@orders/shared/group-commit';
import type { Log } from '@orders/shared/log';
import { activeTraceparent, requestContext } from '@orders/shared/request-context';
import { SpanKind, withSpan, type SpanFacts } from '@orders/shared/span';
import type { Order, OutboxEntry, PendingDelivery } from '../domain/order';

export interface OutboxRelayNeeds {
  outbox: {
    findPending: (query: { kind: OutboxEntry['kind']; before: Date; limit: number }) => Promise<PendingDelivery[]>;
    remove: (delivered: { orderId: string; entryId: string }[]) => Promise<void>;
  };
  queue: { send: (deliveries: PendingDelivery[]) => Promise<string[]> };
  inventory: { release: (orderIds: string[]) => Promise<void> };
  now: () => Date;
  log: Log;
  /** Deliveries of one turn share a call; a turn of the event loop by default. */
  nextTurn?: NextTurn;
  /** Entries of new orders published before it calls back are removed together; after 1.5 s by default. */
  removalTurn?: NextTurn;
}

/** Makes outbox entries that carry the trace of the request which causes them. */
export const createNewOutboxEntry =
  (newId: () => string) =>
  (kind: OutboxEntry['kind'], at: Date): OutboxEntry => {
    const context = requestContext();
    const cause = context && { traceparent: context.traceparent, requestId: context.requestId };
    return { id: newId(), kind, at, ...cause };
  };

const sweepPageSize = 500;
// Younger entries are being delivered already.
const sweepOlderThanMs = 3_000;

/** Delivers outbox entries: right after the commit, and by a sweep those that a crash or an outage left. */
export function createOutboxRelay({ now, log, ...needs }: OutboxRelayNeeds) {
  const inProgress = new Map<string, Promise<boolean>>();
  const { effects, removals } = createEffects(needs);

  // The message continues the trace of the span that sends it, which may be a sweep long after the request.
  async function takeEffect({ order, entry }: PendingDelivery): Promise<boolean> {
    const traceparent = activeTraceparent() ?? entry.traceparent;
    return effects[entry.kind].submit({ order, entry: { ...entry, ...(traceparent && { traceparent }) } });
  }

  async function attempt(delivery: PendingDelivery, removal: 'now' | 'later'): Promise<boolean> {
    const { order, entry } = delivery;
    try {
      const isAcknowledged = await withSpan(entry.kind, spanOf(delivery), () => takeEffect(delivery));
      if (isAcknowledged) await removals[removal].submit({ orderId: order.orderId, entryId: entry.id });
      else log.warn({ orderId: order.orderId, kind: entry.kind }, 'delivery was refused; the sweep will retry');
      return isAcknowledged;
    } catch (error) {
      log.warn({ error, orderId: order.orderId, kind: entry.kind }, 'delivery failed; the sweep will retry');
      return false;
    } finally {
      inProgress.delete(entry.id);
    }
  }

  /** Delivers an entry, once for all who ask for it; answers whether its effect was acknowledged. */
  const deliver = (order: Order, entry: OutboxEntry, removal: 'now' | 'later'): Promise<boolean> => {
    const delivery = inProgress.get(entry.id) ?? attempt({ order, entry }, removal);
    inProgress.set(entry.id, delivery);
    return delivery;
  };

  /** Page after page, until none of a page could be delivered. */
  async function sweepKind(kind: OutboxEntry['kind']): Promise<void> {
    for (;;) {
      const before = new Date(now().getTime() - sweepOlderThanMs);
      const pending = await needs.outbox.findPending({ kind, before, limit: sweepPageSize });
      const delivered = await Promise.all(pending.map(({ order, entry }) => deliver(order, entry, 'now')));
      if (pending.length < sweepPageSize || !delivered.includes(true)) return;
    }
  }

  return {
    deliver: (order: Order, entry: OutboxEntry) => deliver(order, entry, entry.kind === 'publish' ? 'later' : 'now'),
    /** Delivers what was left; while one system is unavailable, the entries for the other are delivered. */
    sweep: async (): Promise<void> => {
      await Promise.all([sweepKind('publish'), sweepKind('release')]);
    },
    /** Waits for deliveries in progress. */
    stop: async (): Promise<void> => {
      await Promise.allSettled(inProgress.values());
    },
  };
}

export type OutboxRelay = ReturnType<typeof createOutboxRelay>;

const spanOf = ({ order, entry }: PendingDelivery): SpanFacts => ({
  kind: SpanKind.PRODUCER,
  parent: { traceparent: entry.traceparent },
  attributes: { 'order.id': order.orderId },
});

// Settling an order removes its entry, so that by then there is little left to do. No request waits for it, and a crash
// meanwhile only sends copies. The sweep must not meet entries that wait for it, and does not wait itself: its next page
// begins where these entries are gone.
const removalDelayMs = 1_500;

/** Groups calls: ten messages for the queue, a hundred releases, all removals that are due. */
function createEffects({
  outbox,
  queue,
  inventory,
  nextTurn = setImmediate,
  removalTurn = (work) => void setTimeout(work, removalDelayMs),
}: Omit<OutboxRelayNeeds, 'now' | 'log'>) {
  const createRemovals = (turn: NextTurn) =>
    createGroupCommit({
      name: 'remove outbox entries',
      commit: async (entries: { orderId: string; entryId: string }[]) => {
        await outbox.remove(entries);
        return entries.map(() => true);
      },
      maxBatch: 5_000,
      maxWaiting: 50_000,
      nextTurn: turn,
    });
  const publishes = createGroupCommit({
    name: 'send messages',
    commit: async (deliveries: PendingDelivery[]) => {
      const accepted = new Set(await queue.send(deliveries));
      return deliveries.map(({ entry }) => accepted.has(entry.id));
    },
    maxBatch: 10,
    maxWaiting: 20_000,
    concurrency: 4,
    nextTurn,
  });
  const releases = createGroupCommit({
    name: 'release stock',
    commit: async (deliveries: PendingDelivery[]) => {
      await inventory.release(deliveries.map(({ order }) => order.orderId));
      return deliveries.map(() => true);
    },
    maxBatch: 100,
    maxWaiting: 20_000,
    nextTurn,
  });
  return {
    effects: { publish: publishes, release: releases },
    removals: { now: createRemovals(nextTurn), later: createRemovals(removalTurn) },
  };
}
