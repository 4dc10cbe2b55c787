import { OrderService } from '@orders/proto';
import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';
import { DomainError, unavailable } from '@orders/shared/errors';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, serviceCallMs } from '@orders/shared/time-limits';
import type { Order, OrderStatus } from '../mail/order';
import { createAuditOrderReader } from '../audit/audit-order-reader';

const statusOf: Record<OrderStatusOutput, OrderStatus | undefined> = {
  ORDER_STATUS_UNSPECIFIED: undefined,
  ORDER_STATUS_PENDING: 'Pending',
  ORDER_STATUS_PROCESSED: 'Processed',
  ORDER_STATUS_FAILED: 'Failed',
  ORDER_STATUS_CANCELLED: 'Cancelled',
};

/** Asks the order service to settle orders or to give them up, and where they stand. */
export function createOrderClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(OrderService, addresses, { tls });
  const [settle, find, fail] = [client.unary('SettleOrders'), client.unary('GetOrders'), client.unary('FailOrder')];
  return {
    settle: async (orderIds: string[]): Promise<(OrderStatus | undefined)[]> => {
      const { results } = await settle({ orderIds }, serviceCallMs);
      if (results.length !== orderIds.length) throw unavailable('the order service did not answer for every order');
      return results.map(({ status }) => statusOf[status]);
    },
    find: async (orderIds: string[]): Promise<Order[]> =>
      (await find({ orderIds }, serviceCallMs)).orders.flatMap(fromWire),
    /** Gives a pending order up; answers where it stands, undefined where there is none. */
    fail: async (orderId: string, reason: string): Promise<OrderStatus | undefined> => {
      try {
        const { order } = await fail({ orderId, reason }, serviceCallMs);
        return order ? statusOf[order.status] : undefined;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'ORDER_NOT_FOUND') return undefined;
        if (error.code === 'ILLEGAL_TRANSITION') return (error.details as { status: OrderStatus }).status;
        throw error;
      }
    },
    audit: createAuditOrderReader(client),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

function fromWire({ orderId, userId, items, totalAmount, status: wireStatus, reason }: OrderOutput): Order[] {
  const status = statusOf[wireStatus];
  return status ? [{ orderId, userId, items, totalAmount, status, ...(reason !== undefined && { reason }) }] : [];
}
