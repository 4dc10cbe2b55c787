import { createGroupCommit, type NextTurn } from '@orders/shared/group-commit';
import type { Log } from '@orders/shared/log';
import { SpanKind, withSpan, type SpanFacts } from '@orders/shared/span';
import { activeTraceparent } from '@orders/shared/trace-context';
import type { Order, OutboxEntry } from '../domain/order';

interface Owed {
  order: Order;
  entry: OutboxEntry;
}

export interface OutboxRelayNeeds {
  outbox: {
    owedBefore: (query: { kind: OutboxEntry['kind']; before: Date; limit: number }) => Promise<Owed[]>;
    remove: (owed: { orderId: string; entryId: string }[]) => Promise<void>;
  };
  queue: { send: (owed: Owed[]) => Promise<string[]> };
  inventory: { release: (orderIds: string[]) => Promise<void> };
  now: () => Date;
  log: Log;
  /** What meets within a turn shares a call; the event loop's own turns where it is not given. */
  nextTurn?: NextTurn;
  /** What was published before it runs is removed together; 100 ms where it is not given. */
  soon?: NextTurn;
}

const sweepPageSize = 500;
// Younger entries are on their way already.
const sweepOlderThanMs = 3_000;

/** Delivers what outboxes owe: right after the commit, and by a sweep what a crash or an outage left behind. */
export function createOutboxRelay({ now, log, ...needs }: OutboxRelayNeeds) {
  const { outbox } = needs;
  const inHand = new Map<string, Promise<boolean>>();
  const { effects, removals } = createEffects(needs);

  // What the message carries on is the span that sends it, also where that is a sweep long after the request.
  async function takeEffect({ order, entry }: Owed): Promise<boolean> {
    const traceparent = activeTraceparent() ?? entry.traceparent;
    return effects[entry.kind].submit({ order, entry: { ...entry, ...(traceparent && { traceparent }) } });
  }

  /** Says whether the effect was acknowledged; a failure is left to the sweep. */
  async function deliver(owed: Owed): Promise<boolean> {
    const { order, entry } = owed;
    try {
      const acknowledged = await withSpan(entry.kind, spanOf(owed), () => takeEffect(owed));
      if (acknowledged) await removals[entry.kind].submit({ orderId: order.orderId, entryId: entry.id });
      return acknowledged;
    } catch (error) {
      log.warn({ error, orderId: order.orderId, kind: entry.kind }, 'outbox entry left for the sweep');
      return false;
    } finally {
      inHand.delete(entry.id);
    }
  }

  /** Delivers an entry once, however many ask for it. */
  const relay = (order: Order, entry: OutboxEntry): Promise<boolean> => {
    const delivery = inHand.get(entry.id) ?? deliver({ order, entry });
    inHand.set(entry.id, delivery);
    return delivery;
  };

  /** Page after page, until one brings nothing. */
  async function sweepKind(kind: OutboxEntry['kind']): Promise<void> {
    for (;;) {
      const before = new Date(now().getTime() - sweepOlderThanMs);
      const owed = await outbox.owedBefore({ kind, before, limit: sweepPageSize });
      const delivered = await Promise.all(owed.map(({ order, entry }) => relay(order, entry)));
      if (owed.length < sweepPageSize || !delivered.includes(true)) return;
    }
  }

  return {
    relay,
    /** Delivers what is left behind; an effect that is away does not hold up the other. */
    sweep: async (): Promise<void> => {
      await Promise.all([sweepKind('publish'), sweepKind('release')]);
    },
    /** Waits for what is in hand. */
    stop: async (): Promise<void> => {
      await Promise.allSettled(inHand.values());
    },
  };
}

export type OutboxRelay = ReturnType<typeof createOutboxRelay>;

const spanOf = ({ order, entry }: Owed): SpanFacts => ({
  kind: SpanKind.PRODUCER,
  parent: { traceparent: entry.traceparent },
  attributes: { 'order.id': order.orderId },
});

// Nobody waits for it, and a crash meanwhile costs copies, which are harmless: a batch of 80 costs a tenth of ten of 8.
const removedWithinMs = 100;

/** What meets shares a call: ten messages to the queue, a hundred releases, five hundred removals. */
function createEffects({
  outbox,
  queue,
  inventory,
  nextTurn = setImmediate,
  soon = (work) => void setTimeout(work, removedWithinMs),
}: Omit<OutboxRelayNeeds, 'now' | 'log'>) {
  const removalsWhen = (turn: NextTurn) =>
    createGroupCommit({
      name: 'remove outbox entries',
      commit: async (entries: { orderId: string; entryId: string }[]) => {
        await outbox.remove(entries);
        return entries.map(() => true);
      },
      maxBatch: 500,
      maxWaiting: 50_000,
      nextTurn: turn,
    });
  const publishes = createGroupCommit({
    name: 'send messages',
    commit: async (owed: Owed[]) => {
      const taken = new Set(await queue.send(owed));
      return owed.map(({ entry }) => taken.has(entry.id));
    },
    maxBatch: 10,
    maxWaiting: 20_000,
    concurrency: 4,
    nextTurn,
  });
  const releases = createGroupCommit({
    name: 'release stock',
    commit: async (owed: Owed[]) => {
      await inventory.release(owed.map(({ order }) => order.orderId));
      return owed.map(() => true);
    },
    maxBatch: 100,
    maxWaiting: 20_000,
    nextTurn,
  });
  return {
    effects: { publish: publishes, release: releases },
    removals: { publish: removalsWhen(soon), release: removalsWhen(nextTurn) },
  };
}
