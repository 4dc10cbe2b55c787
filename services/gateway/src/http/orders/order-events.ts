import type { OrderJson } from '@orders/proto/order-json';
import { createBackoff } from '@orders/shared/backoff';
import { DomainError, unavailable } from '@orders/shared/errors';
import type { Response } from 'express';
import type { OrderClient, WatchEvents } from '../../clients/order-client';
import { defineRoute } from '../server/route';
import { orderEvent, orderEventHeaders, orderPath } from './order-schemas';
import type { StreamPlace, StreamPlaces } from '../server/stream-places';

const contentType = 'text/event-stream';

/** Following the status of an order. */
export const orderEventsRoute = ({ orders, events }: { orders: OrderClient; events: OrderEvents }) =>
  defineRoute({
    method: 'get',
    path: '/api/order/{id}/events',
    alias: '/api/orders/{id}/events',
    summary: 'Follow an order',
    description:
      'Server-sent events: `event: status` with the order as JSON in `data`, for the current status and each change. ' +
      'The stream ends after a final status, and when the token expires; a comment every 15 s keeps it open. Each event ' +
      'has an `id`, and `retry` says after how many milliseconds to reconnect. A user may have 20 streams open. A reconnect with the `Last-Event-ID` of a final status gets 204, so that an `EventSource` stops.',
    access: 'user',
    params: orderPath,
    headers: orderEventHeaders,
    staysOpen: true,
    success: { status: 200, description: 'The stream.', schema: orderEvent, contentType },
    noContent: 'The final status is known to the caller: there is nothing more to follow.',
    failures: ['ORDER_NOT_FOUND', 'RATE_LIMITED'],
    handle: async ({ caller, params, headers, request, response }) => {
      const own = { orderId: params.id, userId: caller.userId };
      if (request.method === 'HEAD') {
        await orders.getOrder(own);
        return { headers: { 'Content-Type': contentType } };
      }
      const watch = (handlers: WatchEvents) => orders.watchOrder(own, handlers);
      const lastRevision = revisionOf(headers['Last-Event-ID']);
      await events.send({ watch, response, expiresAt: caller.expiresAt, lastRevision, userId: caller.userId });
      return undefined;
    },
  });

export interface OrderEventStream {
  /** Starts watching the order; returns a function that stops it. */
  watch: (events: WatchEvents) => () => void;
  response: Response;
  /** When the caller's token expires. */
  expiresAt: number;
  userId: string;
  /** The revision that the client has received; -1 where it has none. */
  lastRevision: number;
}

// An id of another form is not one of ours, and as good as none.
const revisionOf = (id: string | undefined) => (id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : -1);

const heartbeatMs = 15_000;
/** The places for streams; one is kept for three heartbeats, so that two may be lost. */
export const eventStreamPlaces = { what: 'event streams', max: 20, keyPrefix: 'streams', leaseMs: 3 * heartbeatMs };
// After a restart of the order service the streams of all gateways do not return at the same moment.
const createReopenDelay = (random: () => number) =>
  createBackoff({ firstMs: 500, longestMs: 2_000, jitter: 0.8, random });
// Clients of a replica that stops reconnect within five seconds, not all at once.
const minReconnectMs = 1_000;
// The error of a stream that ended as planned before its first event.
const ended = unavailable('the stream ended before its first event; try again');
const finalStatuses = new Set(['Processed', 'Failed', 'Cancelled']);

export interface OrderEventsNeeds {
  places: StreamPlaces;
  now: () => number;
  random: () => number;
}

/** The event streams of orders; `stop` ends them all, and their clients reconnect to another replica. */
export function createOrderEvents({ places, now, random }: OrderEventsNeeds) {
  const reopenDelayMs = createReopenDelay(random);
  const endings = new Set<(error: Error) => void>();
  const stopping = unavailable('this replica is stopping; try again');
  let isStopping = false;

  return {
    name: 'event streams',
    start: () => undefined,
    stop: () => {
      isStopping = true;
      for (const end of endings) end(stopping);
    },
    /** Writes each status to the response until a final one; rejects if there was not even a first one. */
    send: async (stream: OrderEventStream): Promise<void> => follow(stream, await places.take(stream.userId)),
  };

  function follow({ watch, response, expiresAt, lastRevision }: OrderEventStream, place: StreamPlace): Promise<void> {
    return new Promise((resolve, reject) => {
      let [sentRevision, failures] = [-1, 0];
      let stopWatching = () => {};
      let reopenTimer: NodeJS.Timeout | undefined;
      const heartbeat = setInterval(() => {
        writeHeartbeat(response);
        place.renew();
      }, heartbeatMs);
      const expiry = setTimeout(() => finish(ended), Math.max(0, expiresAt - now()));

      const finish = (error: Error) => {
        if (!endings.delete(finish)) return;
        place.free();
        clearInterval(heartbeat);
        clearTimeout(expiry);
        clearTimeout(reopenTimer);
        stopWatching();
        if (!response.headersSent) reject(error);
        else response.end();
        resolve();
      };
      const open = () => {
        stopWatching = watch({
          onOrder: (order, revision) => {
            failures = 0;
            // A reopened stream starts with the current status, which may have been sent already.
            if (revision <= sentRevision) return;
            sentRevision = revision;
            const isFinal = finalStatuses.has(order.status);
            if (isFinal && !response.headersSent && revision <= lastRevision) response.writeHead(204);
            else writeStatus(response, { order, revision, reconnectMs: minReconnectMs * (1 + 4 * random()) });
            if (isFinal) finish(ended);
          },
          onEnd: (error = unavailable('the order service is unavailable')) => {
            if (!endings.has(finish)) return;
            if (!response.headersSent || isUnknownOrder(error)) finish(error);
            else reopenTimer = setTimeout(open, reopenDelayMs((failures += 1)));
          },
        });
      };

      endings.add(finish);
      response.once('close', () => finish(ended));
      // Both may have happened while the place was taken.
      if (isStopping || response.closed) finish(isStopping ? stopping : ended);
      else open();
    });
  }
}

export type OrderEvents = ReturnType<typeof createOrderEvents>;

const isUnknownOrder = (error: Error | undefined) => error instanceof DomainError && error.kind === 'NOT_FOUND';

function writeHeartbeat(response: Response): void {
  if (response.headersSent) response.write(': still here\n\n');
}

function writeStatus(
  response: Response,
  { order, revision, reconnectMs }: { order: OrderJson; revision: number; reconnectMs: number },
): void {
  const isFirst = !response.headersSent;
  if (isFirst) {
    response.writeHead(200, {
      'Content-Type': `${contentType}; charset=utf-8`,
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
  }
  const retry = isFirst ? `retry: ${Math.round(reconnectMs)}\n` : '';
  response.write(`event: status\nid: ${revision}\n${retry}data: ${JSON.stringify(order)}\n\n`);
}
