import { DomainError, unavailable } from '@orders/shared/errors';
import type { Response } from 'express';
import type { WatchEvents } from '../../clients/order-client';
import type { Order } from '../../clients/order-message';

export interface OrderEventsNeeds {
  /** Begins to tell of the order; answers how to stop it. */
  watch: (events: WatchEvents) => () => void;
  response: Response;
  /** When the caller's token ends. */
  expiresAt: number;
}

const heartbeatMs = 15_000;
const reopenAfterMs = 300;
// What a stream that ended well would have said, had it not begun.
const done = unavailable('the stream ended before it began');
const finalStatuses = new Set(['Processed', 'Failed', 'Cancelled']);

/** Event streams of orders; `stop` ends them all, and their clients come back to another replica. */
export function createOrderEvents(now: () => number) {
  const endings = new Set<(error: Error) => void>();

  return {
    name: 'event streams',
    start: () => undefined,
    stop: () => {
      for (const end of endings) end(unavailable('this replica is stopping'));
    },
    /** Writes each status to the response until a final one; rejects when there is no first one. */
    send: ({ watch, response, expiresAt }: OrderEventsNeeds): Promise<void> =>
      new Promise((resolve, reject) => {
        let sentRevision = -1;
        let stopWatching = () => {};
        let reopening: NodeJS.Timeout | undefined;
        const heartbeat = setInterval(() => beat(response), heartbeatMs);
        const expiry = setTimeout(() => finish(done), Math.max(0, expiresAt - now()));

        const finish = (error: Error) => {
          if (!endings.delete(finish)) return;
          clearInterval(heartbeat);
          clearTimeout(expiry);
          clearTimeout(reopening);
          stopWatching();
          if (!response.headersSent) reject(error);
          else response.end();
          resolve();
        };
        const open = () => {
          stopWatching = watch({
            onOrder: (order, revision) => {
              // A stream that was opened anew tells the present state again.
              if (revision <= sentRevision) return;
              sentRevision = revision;
              writeStatus(response, order);
              if (finalStatuses.has(order.status)) finish(done);
            },
            onEnd: (error = unavailable('the order cannot be watched now')) => {
              if (!endings.has(finish)) return;
              if (!response.headersSent || isUnknownOrder(error)) finish(error);
              else reopening = setTimeout(open, reopenAfterMs);
            },
          });
        };

        endings.add(finish);
        response.once('close', () => finish(done));
        open();
      }),
  };
}

export type OrderEvents = ReturnType<typeof createOrderEvents>;

const isUnknownOrder = (error: Error | undefined) => error instanceof DomainError && error.kind === 'NOT_FOUND';

function beat(response: Response): void {
  if (response.headersSent) response.write(': still here\n\n');
}

function writeStatus(response: Response, order: Order): void {
  if (!response.headersSent) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
  }
  response.write(`event: status\ndata: ${JSON.stringify(order)}\n\n`);
}
