import { OrderService } from '@orders/proto';
import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';
import { unavailable } from '@orders/shared/errors';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { Order, OrderStatus } from '../domain/order';

const timeoutMs = 3_000;

const statusOf: Record<OrderStatusOutput, OrderStatus | undefined> = {
  ORDER_STATUS_UNSPECIFIED: undefined,
  ORDER_STATUS_PENDING: 'Pending',
  ORDER_STATUS_PROCESSED: 'Processed',
  ORDER_STATUS_FAILED: 'Failed',
  ORDER_STATUS_CANCELLED: 'Cancelled',
};

/** Asks the order service to settle orders, and where they stand. */
export function createOrderClient(addresses: string) {
  const client = createGrpcClient(OrderService, addresses);
  const [settle, find] = [client.unary('SettleOrders'), client.unary('GetOrders')];
  return {
    settle: async (orderIds: string[]): Promise<(OrderStatus | undefined)[]> => {
      const { results } = await settle({ orderIds }, timeoutMs);
      if (results.length !== orderIds.length) throw unavailable('the order service did not answer for every order');
      return results.map(({ status }) => statusOf[status]);
    },
    find: async (orderIds: string[]): Promise<Order[]> =>
      (await find({ orderIds }, timeoutMs)).orders.flatMap(fromWire),
    ping: () => client.ping(500),
    stop: client.stop,
  };
}

function fromWire({ orderId, userId, items, totalAmount, status: wireStatus, reason }: OrderOutput): Order[] {
  const status = statusOf[wireStatus];
  return status ? [{ orderId, userId, items, totalAmount, status, ...(reason !== undefined && { reason }) }] : [];
}
