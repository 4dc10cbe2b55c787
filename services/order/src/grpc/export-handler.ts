import type { ServerWritableStream } from '@grpc/grpc-js';
import { fromWireStatus } from '@orders/proto/order-status';
import type { ExportOrdersRequestOutput } from '@orders/proto/order/v1/ExportOrdersRequest';
import type { ExportOrdersResponse } from '@orders/proto/order/v1/ExportOrdersResponse';
import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import { DomainError, unavailable } from '@orders/shared/errors';
import { toStatus } from '@orders/shared/grpc-errors';
import { contextOf, explain, serverSpanOf } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { parse } from '@orders/shared/parse';
import { withRequestContext } from '@orders/shared/request-context';
import { withSpan } from '@orders/shared/span';
import { fromTimestamp } from '@orders/shared/timestamp';
import { once } from 'node:events';
import { z } from 'zod';
import type { ExportedPage, ExportOrders } from '../use-cases/export-orders';
import { toMessage } from './order-handlers';

type ExportCall = ServerWritableStream<ExportOrdersRequestOutput, ExportOrdersResponse>;

const exportRequest = z.object({ pageToken: z.string().max(200) });

/** Streams orders as fast as the caller takes them; `stop` ends all exports, so that they go on at another replica. */
export function createExportHandler({
  exportOrders,
  log,
}: {
  exportOrders: (request: ExportOrders) => AsyncIterable<ExportedPage>;
  log: Log;
}) {
  const stopping = new AbortController();

  const send = async (call: ExportCall) => {
    const cancelled = new AbortController();
    call.on('cancelled', () => cancelled.abort());
    const signal = AbortSignal.any([cancelled.signal, stopping.signal]);
    try {
      const request = fromMessage(call.request);
      await withSpan(...serverSpanOf(call), () => writeAll(call, exportOrders(request), signal));
      call.end();
    } catch (reason) {
      if (cancelled.signal.aborted) return;
      const error = stopping.signal.aborted ? unavailable('this replica is stopping') : explain(reason);
      if (!(error instanceof DomainError)) log.error({ error }, 'export failed');
      call.emit('error', toStatus(error));
    }
  };

  const handle: OrderServiceHandlers['ExportOrders'] = (call) => {
    void withRequestContext(contextOf(call.metadata, Infinity), () => send(call));
  };
  return { name: 'exports', handle, start: () => undefined, stop: () => stopping.abort() };
}

async function writeAll(call: ExportCall, pages: AsyncIterable<ExportedPage>, signal: AbortSignal): Promise<void> {
  for await (const { orders, nextPageToken } of pages) {
    signal.throwIfAborted();
    const hasRoom = call.write({ orders: orders.map(toMessage), nextPageToken });
    if (!hasRoom) await once(call, 'drain', { signal });
  }
}

function fromMessage(request: ExportOrdersRequestOutput): ExportOrders {
  const [from, to, status] = [fromTimestamp(request.from), fromTimestamp(request.to), fromWireStatus(request.status)];
  return { ...parse(exportRequest, request), ...(from && { from }), ...(to && { to }), ...(status && { status }) };
}
