import type { AttemptResult } from './attempt-delivery';
import type { ReadyDelivery } from './plan-deliveries';
import type { Receiver } from './webhook';

/** Deliveries of one receiver that were read together. */
export interface Page {
  receiver: Receiver;
  send: ReadyDelivery[];
  /** By the monotonic clock: what is left by then is read again, and the receiver with it. */
  startBeforeMs: number;
}

export interface ReceiverLineNeeds {
  attempt: (receiver: Receiver, ready: ReadyDelivery) => Promise<AttemptResult>;
  /** Called when a place is free and nothing of the page is left: there may be more. */
  wake: () => void;
  /** Called once for each page; after it the next interval is waited for. */
  onFailure: (error: unknown) => void;
  monotonicMs: () => number;
  isStopping: () => boolean;
}

/** Sends one receiver its pages in its places. A slow attempt keeps its place; the others go on, with the next page too. */
export function createReceiverLine({ attempt, wake, onFailure, monotonicMs, isStopping }: ReceiverLineNeeds) {
  let page: OpenPage | undefined;
  let isReading = false;
  let busy = 0;

  const takeNext = (): { from: OpenPage; ready: ReadyDelivery } | undefined => {
    if (page && !page.isOver && !isStopping() && monotonicMs() < page.startBeforeMs) {
      const next = page.waiting.next();
      if (!next.done) return { from: page, ready: next.value };
    }
    page = undefined;
    return undefined;
  };
  const sendOneByOne = async (opened: OpenPage): Promise<void> => {
    let from = opened;
    busy += 1;
    try {
      for (let next = takeNext(); next; next = takeNext()) {
        from = next.from;
        if ((await attempt(from.receiver, next.ready)) === 'gone') from.isOver = true;
      }
    } catch (error) {
      if (!from.hasFailed) onFailure(error);
      from.hasFailed = true;
    }
    busy -= 1;
    // Nobody is left to send the rest.
    if (busy === 0) page = undefined;
    if (!from.hasFailed) wake();
  };

  return {
    busy: () => busy,
    /** Whether there is a page that is not over yet. */
    isServed: () => isReading || page !== undefined,
    /** Sends a page in the places that are free, and those that become free; resolves when it has used them. */
    serve: async (read: Promise<Page>, places: number): Promise<void> => {
      isReading = true;
      const { send, ...opened } = await read.finally(() => (isReading = false));
      const current = { ...opened, waiting: send.values(), isOver: false, hasFailed: false };
      page = current;
      // Of an empty page one finds that it is over.
      const count = Math.max(1, Math.min(send.length, places - busy));
      await Promise.all(Array.from({ length: count }, () => sendOneByOne(current)));
    },
  };
}

export type ReceiverLine = ReturnType<typeof createReceiverLine>;

interface OpenPage extends Omit<Page, 'send'> {
  waiting: Iterator<ReadyDelivery>;
  isOver: boolean;
  hasFailed: boolean;
}
