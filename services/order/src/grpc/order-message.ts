import type { Order as OrderMessage } from '@orders/proto/order/v1/Order';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';
import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';

const wireStatus = {
  Pending: 'ORDER_STATUS_PENDING',
  Processed: 'ORDER_STATUS_PROCESSED',
  Failed: 'ORDER_STATUS_FAILED',
  Cancelled: 'ORDER_STATUS_CANCELLED',
} as const satisfies Record<OrderStatus, OrderStatusOutput>;

const statuses = new Map<OrderStatusOutput, OrderStatus>(
  Object.entries(wireStatus).map(([status, wire]) => [wire, status as OrderStatus]),
);

/** An order as it travels. */
export function toMessage({ reason, ...order }: Order): OrderMessage {
  return {
    orderId: order.orderId,
    userId: order.userId,
    items: order.items,
    totalAmount: order.totalAmount,
    status: toWireStatus(order.status),
    createdAt: toTimestamp(order.createdAt),
    updatedAt: toTimestamp(order.updatedAt),
    revision: order.revision,
    ...(reason !== undefined && { reason }),
  };
}

/** A status as it travels; unspecified where there is none. */
export const toWireStatus = (status: OrderStatus | undefined): OrderStatusOutput =>
  status ? wireStatus[status] : 'ORDER_STATUS_UNSPECIFIED';

/** The status that was meant, undefined for unspecified. */
export const fromWireStatus = (status: OrderStatusOutput): OrderStatus | undefined => statuses.get(status);

/** A time as it travels. */
export const toTimestamp = (at: Date) => ({
  seconds: Math.floor(at.getTime() / 1_000),
  nanos: (at.getTime() % 1_000) * 1_000_000,
});
