import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { OrderDocument } from './order-document';

type OnChange = () => void;
type ChangeStream = mongo.ChangeStream<OrderDocument>;

const reopenAfterMs = 500;
const majorityTakesMs = 500;

// Only the id is needed: whoever hears it reads the order.
const statusChanges = [
  { $match: { operationType: 'update', 'updateDescription.updatedFields.status': { $exists: true } } },
  { $project: { documentKey: 1, operationType: 1 } },
];

/**
 * Says when the status of an order may have changed, whichever replica changed it. One change stream a process,
 * open while somebody listens. When it begins, and after a break, everybody is told, since changes may have been missed.
 */
export function createOrderChanges({ mongo, log }: { mongo: Mongo; log: Log }) {
  const listeners = new Map<string, Set<OnChange>>();
  let stream: ChangeStream | undefined;
  let openedAt = 0;
  let reopening: NodeJS.Timeout | undefined;

  function open(): void {
    if (stream || listeners.size === 0) return;
    try {
      stream = mongo.collection<OrderDocument>('orders').watch(statusChanges);
    } catch (error) {
      reopenLater(error);
      return;
    }
    openedAt = performance.now();
    stream.on('change', (change) => {
      if ('documentKey' in change) tell(listeners.get(change.documentKey._id));
    });
    stream.on('error', reopenLater);
    stream.once('resumeTokenChanged', tellAllTwice);
  }

  function reopenLater(error: unknown): void {
    log.warn({ error }, 'stream of order changes broke');
    close();
    reopening ??= setTimeout(() => {
      reopening = undefined;
      open();
    }, reopenAfterMs);
  }

  // What was written just before the stream began is not in it, and reaches a majority of readers a moment later.
  function tellAllTwice(): void {
    tellAll();
    setTimeout(tellAll, majorityTakesMs).unref();
  }

  function tellAll(): void {
    for (const all of listeners.values()) tell(all);
  }

  function close(): void {
    if (stream) end(stream, openedAt);
    stream = undefined;
  }

  return {
    name: 'order changes',
    start: () => undefined,
    stop: () => {
      clearTimeout(reopening);
      listeners.clear();
      close();
    },
    /** Calls back on each change of one order; answers how to end it. */
    subscribe: (orderId: string, onChange: OnChange): (() => void) => {
      const all = listeners.get(orderId) ?? new Set();
      listeners.set(orderId, all.add(onChange));
      open();
      return () => {
        all.delete(onChange);
        if (all.size === 0 && listeners.get(orderId) === all) listeners.delete(orderId);
        if (listeners.size === 0) close();
      };
    },
  };
}

export type OrderChanges = ReturnType<typeof createOrderChanges>;

// The driver cannot end a stream on the server before it knows its id; it would be left there for ten minutes.
const opensWithinMs = 1_500;

function end(stream: ChangeStream, openedAt: number): void {
  stream.removeAllListeners('error').on('error', () => undefined);
  const close = () =>
    void stream
      .removeAllListeners('change')
      .close()
      .catch(() => undefined);
  const early = openedAt + opensWithinMs - performance.now();
  if (early > 0) setTimeout(close, early).unref();
  else close();
}

const tell = (listeners: Set<OnChange> | undefined) => {
  for (const onChange of listeners ?? []) onChange();
};
