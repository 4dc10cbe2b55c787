import type { Order } from './order';
import { isFinal } from './order';

/** The part of an EventSource that is used. */
export interface EventStream {
  addEventListener: (name: 'status' | 'error', listener: (event: { data?: string }) => void) => void;
  close: () => void;
}

export interface FollowOrderNeeds {
  openStream: (orderId: string) => EventStream;
  /** Reads the order once, which renews an expired session. */
  readOrder: (orderId: string) => Promise<Order>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Link = 'live' | 'reconnecting' | 'ended';

export interface Follower {
  onOrder: (order: Order) => void;
  onLink: (link: Link) => void;
  onError: (error: unknown) => void;
}

const minDelayMs = 500;
const maxDelayMs = 10_000;

/**
 * Reports an order until it is final or the follower stops. A stream that breaks is opened again after the order was
 * read: a stream cannot say why it was refused, a read can.
 */
export function createFollowOrder({ openStream, readOrder, wait }: FollowOrderNeeds) {
  return (orderId: string, { onOrder, onLink, onError }: Follower): (() => void) => {
    const stopped = new AbortController();
    const hasStopped = () => stopped.signal.aborted;
    let failures = 0;
    const report = (order: Order): boolean => {
      if (hasStopped()) return true;
      failures = 0;
      onOrder(order);
      if (isFinal(order)) onLink('ended');
      return isFinal(order);
    };
    const streamOnce = () =>
      new Promise<boolean>((resolve) => {
        const stream = openStream(orderId);
        const end = (isDone: boolean) => {
          stream.close();
          resolve(isDone);
        };
        stopped.signal.addEventListener('abort', () => end(true));
        stream.addEventListener('status', ({ data }) => {
          onLink('live');
          if (report(JSON.parse(data ?? '') as Order)) end(true);
        });
        stream.addEventListener('error', () => end(hasStopped()));
      });
    const follow = async () => {
      while (!(await streamOnce())) {
        onLink('reconnecting');
        await wait(Math.min(maxDelayMs, minDelayMs * 2 ** failures), stopped.signal);
        failures += 1;
        if (hasStopped()) return;
        try {
          if (report(await readOrder(orderId))) return;
        } catch (error) {
          if (hasStopped() || !isTransient(error)) throw error;
        }
      }
    };
    follow().catch((error: unknown) => {
      if (!hasStopped()) onError(error);
    });
    return () => stopped.abort();
  };
}

const isTransient = (error: unknown) => error instanceof Error && 'isTransient' in error && error.isTransient === true;
