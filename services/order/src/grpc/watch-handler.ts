import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import type { WatchOrderRequestOutput } from '@orders/proto/order/v1/WatchOrderRequest';
import type { WatchOrderResponse } from '@orders/proto/order/v1/WatchOrderResponse';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { DomainError, unavailable } from '@orders/shared/errors';
import { toStatus } from '@orders/shared/grpc-errors';
import { contextOf, explain, serverSpanOf } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { parse } from '@orders/shared/parse';
import { withRequestContext } from '@orders/shared/request-context';
import { withSpan } from '@orders/shared/span';
import type { Order } from '../domain/order';
import type { WatchOrder } from '../use-cases/watch-order';
import { requests, toMessage } from './order-handlers';

type WatchCall = ServerWritableStream<WatchOrderRequestOutput, WatchOrderResponse>;

/** Streams the statuses of an order; `stop` ends all streams, so that users connect to another replica. */
export function createWatchHandler({
  watchOrder,
  log,
}: {
  watchOrder: (watch: WatchOrder) => Promise<void>;
  log: Log;
}) {
  const stopping = new AbortController();

  const watch = async (call: WatchCall) => {
    const cancelled = new AbortController();
    call.on('cancelled', () => cancelled.abort());
    const signal = AbortSignal.any([cancelled.signal, stopping.signal]);
    try {
      const own = parse(requests.own, call.request);
      const send = (order: Order) => call.write({ order: toMessage(order) });
      await withSpan(...serverSpanOf(call), () => watchOrder({ ...own, send, signal }));
      if (stopping.signal.aborted) throw unavailable('this replica is stopping');
      call.end();
    } catch (reason) {
      const error = explain(reason);
      if (!(error instanceof DomainError)) log.error({ error }, 'stream failed');
      call.emit('error', toStatus(error));
    }
  };

  const handle: OrderServiceHandlers['WatchOrder'] = (call) => {
    void withRequestContext(contextOf(call.metadata, Infinity), () => watch(call));
  };
  return {
    name: 'watchers',
    handle,
    start: () => undefined,
    stop: () => stopping.abort(),
  };
}
