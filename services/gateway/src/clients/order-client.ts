import type { ServiceError } from '@grpc/grpc-js';
import { OrderService } from '@orders/proto';
import type { Item, Money } from '@orders/proto/items';
import { toOrderJson, type OrderJson } from '@orders/proto/order-json';
import { toWireStatus, type OrderStatus } from '@orders/proto/order-status';
import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { OutboxKindOutput } from '@orders/proto/order/v1/OutboxKind';
import type { WatchOrderResponseOutput } from '@orders/proto/order/v1/WatchOrderResponse';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { fromStatus } from '@orders/shared/grpc-errors';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { createExportOrders } from './export-orders';
import { isoTime, textOrNull } from './from-wire';

/** Which order, and whose it must be. */
interface OwnOrder {
  orderId: string;
  userId: string;
}

export interface NewOrder extends OwnOrder {
  items: Item[];
  hasIdempotencyKey: boolean;
  /** What the buyer expects it to cost; null where anything is right. */
  expectedTotal: Money | null;
}

export interface OrderQuery {
  userId?: string | undefined;
  status?: OrderStatus | undefined;
  /** Only orders whose id begins so. */
  orderIdPrefix?: string | undefined;
  limit: number;
  cursor: string;
}

export interface WatchEvents {
  onOrder: (order: OrderJson, revision: number) => void;
  /** Called once, at the end; with what went wrong, if anything did. */
  onEnd: (error?: Error) => void;
}

const outboxKinds: Record<OutboxKindOutput, string> = {
  OUTBOX_KIND_UNSPECIFIED: 'unknown',
  OUTBOX_KIND_PUBLISH: 'publish',
  OUTBOX_KIND_RELEASE: 'release',
};

/** Calls the order service; orders for which no prices were decided cost nothing in the given currency. */
export function createOrderClient(addresses: string, currency: string, tls?: GrpcTls) {
  const client = createGrpcClient(OrderService, addresses, { tls });
  const [place, placePriced, get] = [
    client.grouped('PlaceOrder'),
    client.grouped('PlacePricedOrder'),
    client.grouped('GetOrder'),
  ];
  const toOrder = (order: OrderOutput | null) => orderOf(order, currency);
  const toPage = ({ orders, nextPageToken }: { orders: OrderOutput[]; nextPageToken: string }) => ({
    orders: orders.map(toOrder),
    nextCursor: textOrNull(nextPageToken),
  });
  return {
    placeOrder: async (order: NewOrder) => {
      const isPriced = (order.expectedTotal?.amount ?? 0) > 0;
      const placed = await (isPriced ? placePriced : place)(order, requestDeadlineMs);
      return { order: toOrder(placed.order), replayed: placed.replayed };
    },
    getOrder: async (own: OwnOrder) => toOrder((await get(own, requestDeadlineMs)).order),
    cancelOrder: async (own: OwnOrder) => toOrder((await client.unary('CancelOrder')(own, requestDeadlineMs)).order),
    /** One user's orders. */
    listOrders: async (query: OrderQuery & { userId: string }) =>
      toPage(await client.unary('ListOrders')(toPageRequest(query), requestDeadlineMs)),
    /** The orders of all users, for admins. */
    findOrders: async (query: OrderQuery) =>
      toPage(await client.unary('FindOrders')(toPageRequest(query), requestDeadlineMs)),
    /** The orders of all users, however many, for admins. */
    exportOrders: createExportOrders({ open: client.stream('ExportOrders'), toOrder }),
    /** All that the order service knows about one order, for admins. */
    getOrderStory: async (orderId: string) => {
      const { order, epoch, takenOver, outbox, republishes, republishAt } = await client.unary('GetOrderStory')(
        { orderId },
        requestDeadlineMs,
      );
      return {
        order: { ...toOrder(order), revision: order?.revision ?? 0 },
        epoch,
        takenOver,
        outbox: outbox.map(({ entryId, kind, owedAt }) => ({
          entryId,
          kind: outboxKinds[kind],
          owedAt: isoTime(owedAt),
        })),
        messages: { republishes, nextRepublishAt: isoTime(republishAt) },
      };
    },
    /** Reports the current state and each change; returns a function that stops it. */
    watchOrder: (own: OwnOrder, { onOrder, onEnd }: WatchEvents): (() => void) => {
      const stream = client.stream('WatchOrder')(own);
      stream.on('data', ({ order }: WatchOrderResponseOutput) => {
        if (order) onOrder(toOrder(order), order.revision);
      });
      let hasEnded = false;
      const end = (error?: Error) => {
        if (!hasEnded) onEnd(error);
        hasEnded = true;
      };
      stream.on('error', (error: ServiceError) => end(fromStatus(error, 'order')));
      stream.on('end', () => end());
      return () => stream.cancel();
    },
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type OrderClient = ReturnType<typeof createOrderClient>;

const toPageRequest = ({ userId = '', orderIdPrefix = '', status, limit, cursor }: OrderQuery) => ({
  userId,
  orderIdPrefix,
  status: toWireStatus(status),
  pageSize: limit,
  pageToken: cursor,
});

function orderOf(message: OrderOutput | null, currency: string): OrderJson {
  const order = toOrderJson(message, currency);
  if (!order) throw new Error('the order service answered without an order');
  return order;
}
