import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import { onlyOrderCollection, type OrderDocument } from './schemas';

type OnChange = () => void;
type ChangeStream = mongo.ChangeStream<OrderDocument>;

const reopenAfterMs = 500;
const majorityTakesMs = 500;

// Only the id is needed: listeners read the order.
const statusChanges = [
  { $match: { operationType: 'update', 'updateDescription.updatedFields.status': { $exists: true } } },
  { $project: { documentKey: 1, operationType: 1 } },
];

/**
 * Notifies listeners when the status of an order may have changed, on whichever replica. A process has one change stream,
 * open while there are listeners. When it opens or reopens, all of them are notified: changes may have been missed.
 */
export function createOrderChanges({ mongo, log }: { mongo: Mongo; log: Log }) {
  const listeners = new Map<string, Set<OnChange>>();
  let stream: ChangeStream | undefined;
  let openedAt = 0;
  let reopening: NodeJS.Timeout | undefined;

  function open(): void {
    if (stream || listeners.size === 0) return;
    try {
      stream = mongo.collection(onlyOrderCollection).watch(statusChanges);
    } catch (error) {
      reopenLater(error);
      return;
    }
    openedAt = performance.now();
    stream.on('change', (change) => {
      if ('documentKey' in change) notify(listeners.get(change.documentKey._id));
    });
    stream.on('error', reopenLater);
    stream.once('resumeTokenChanged', notifyNowAndAfterMajority);
  }

  function reopenLater(error: unknown): void {
    log.warn({ error }, 'order change stream failed; reopening it');
    close();
    reopening ??= setTimeout(() => {
      reopening = undefined;
      open();
    }, reopenAfterMs);
  }

  // A change just before the stream opened is not in it, and readers see it only once a majority has it.
  function notifyNowAndAfterMajority(): void {
    notifyAll();
    setTimeout(notifyAll, majorityTakesMs).unref();
  }

  function notifyAll(): void {
    for (const all of listeners.values()) notify(all);
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
    /** Calls back on each change of one order; returns a function that ends it. */
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

// The driver cannot end a stream on the server before it knows its id: the stream would stay there for ten minutes.
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

const notify = (listeners: Set<OnChange> | undefined) => {
  for (const onChange of listeners ?? []) onChange();
};
