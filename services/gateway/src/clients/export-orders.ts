import type { ClientReadableStream } from '@grpc/grpc-js';
import { toWireStatus, type OrderStatus } from '@orders/proto/order-status';
import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { ExportOrdersRequest } from '@orders/proto/order/v1/ExportOrdersRequest';
import type { ExportOrdersResponseOutput } from '@orders/proto/order/v1/ExportOrdersResponse';
import { DomainError } from '@orders/shared/errors';
import { fromStatus } from '@orders/shared/grpc-errors';
import { toTimestamp } from '@orders/shared/timestamp';
import type { ServiceError } from '@grpc/grpc-js';
import { setTimeout as pause } from 'node:timers/promises';

/** Which orders to export: those placed from a time on and before another, with one status. */
export interface ExportRange {
  from?: Date | undefined;
  to: Date;
  status?: OrderStatus | undefined;
}

export interface ExportOrdersNeeds<Order> {
  open: (request: ExportOrdersRequest) => ClientReadableStream<ExportOrdersResponseOutput>;
  toOrder: (order: OrderOutput) => Order;
}

const longestOutageAttempts = 20;
const reopenDelayMs = 250;

/**
 * Orders, oldest first, in batches that are fetched as they are taken. A stream ends with the age of its connection, or
 * with its replica: it is opened again behind the last batch. Rejects where that does not help for some seconds.
 */
export const createExportOrders = <Order>({ open, toOrder }: ExportOrdersNeeds<Order>) =>
  async function* exportOrders({ from, to, status }: ExportRange, signal: AbortSignal): AsyncGenerator<Order[]> {
    const range = { from: from ? toTimestamp(from) : null, to: toTimestamp(to), status: toWireStatus(status) };
    let pageToken = '';
    for (let attempts = 0; ; attempts += 1) {
      const stream = open({ ...range, pageToken });
      const cancel = () => stream.cancel();
      signal.addEventListener('abort', cancel);
      try {
        for await (const { orders, nextPageToken } of stream as AsyncIterable<ExportOrdersResponseOutput>) {
          yield orders.map(toOrder);
          pageToken = nextPageToken;
          attempts = 0;
        }
        return;
      } catch (reason) {
        signal.throwIfAborted();
        const error = fromStatus(reason as ServiceError, 'order');
        // Before the first batch the caller can still be told.
        if (!isUnavailable(error) || pageToken === '' || attempts >= longestOutageAttempts) throw error;
      } finally {
        signal.removeEventListener('abort', cancel);
        cancel();
      }
      await pause(reopenDelayMs, undefined, { signal });
    }
  };

const isUnavailable = (error: Error) => error instanceof DomainError && error.kind === 'UNAVAILABLE';
