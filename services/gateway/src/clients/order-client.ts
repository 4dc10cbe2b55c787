import type { ServiceError } from '@grpc/grpc-js';
import { OrderService } from '@orders/proto';
import type { WatchOrderResponseOutput } from '@orders/proto/order/v1/WatchOrderResponse';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { fromStatus } from '@orders/shared/grpc-errors';
import { toOrder, wireStatusOf, type Order, type OrderStatus } from './order-message';

interface OwnOrder {
  orderId: string;
  userId: string;
}

export interface NewOrder extends OwnOrder {
  items: { productId: string; quantity: number }[];
  hasIdempotencyKey: boolean;
}

export interface OrderPage {
  userId: string;
  limit: number;
  cursor: string;
  status?: OrderStatus;
}

export interface WatchEvents {
  onOrder: (order: Order, revision: number) => void;
  /** Told once, at the end; with what went wrong, if anything did. */
  onEnd: (error?: Error) => void;
}

const callMs = 4_500;

/** Asks the order service about one user's orders. */
export function createOrderClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(OrderService, addresses, { tls });
  const [place, get, list, cancel, watch] = [
    client.unary('PlaceOrder'),
    client.unary('GetOrder'),
    client.unary('ListOrders'),
    client.unary('CancelOrder'),
    client.stream('WatchOrder'),
  ];

  return {
    placeOrder: async (order: NewOrder) => {
      const placed = await place(order, callMs);
      return { order: toOrder(placed.order), replayed: placed.replayed };
    },
    getOrder: async (own: OwnOrder) => toOrder((await get(own, callMs)).order),
    listOrders: async ({ userId, limit, cursor, status }: OrderPage) => {
      const wireStatus = status ? wireStatusOf[status] : 'ORDER_STATUS_UNSPECIFIED';
      const page = await list({ userId, pageSize: limit, pageToken: cursor, status: wireStatus }, callMs);
      const { nextPageToken } = page;
      return { orders: page.orders.map(toOrder), nextCursor: nextPageToken === '' ? null : nextPageToken };
    },
    cancelOrder: async (own: OwnOrder) => toOrder((await cancel(own, callMs)).order),
    /** Tells the present state and each change; answers how to stop it. */
    watchOrder: (own: OwnOrder, { onOrder, onEnd }: WatchEvents): (() => void) => {
      const stream = watch(own);
      stream.on('data', ({ order }: WatchOrderResponseOutput) => {
        if (order) onOrder(toOrder(order), order.revision);
      });
      let hasEnded = false;
      const end = (error?: Error) => {
        if (!hasEnded) onEnd(error);
        hasEnded = true;
      };
      stream.on('error', (error: ServiceError) => end(fromStatus(error)));
      stream.on('end', () => end());
      return () => stream.cancel();
    },
    ping: () => client.ping(500),
    stop: client.stop,
  };
}

export type OrderClient = ReturnType<typeof createOrderClient>;
