import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';

export type OrderStatus = 'Pending' | 'Processed' | 'Failed' | 'Cancelled';

/** An order as clients see it. */
export interface Order {
  orderId: string;
  userId: string;
  items: { productId: string; quantity: number }[];
  totalAmount: number;
  status: OrderStatus;
  reason?: string;
  createdAt: string;
  updatedAt: string;
}

export const wireStatusOf = {
  Pending: 'ORDER_STATUS_PENDING',
  Processed: 'ORDER_STATUS_PROCESSED',
  Failed: 'ORDER_STATUS_FAILED',
  Cancelled: 'ORDER_STATUS_CANCELLED',
} as const satisfies Record<OrderStatus, OrderStatusOutput>;

const statusOf = new Map<OrderStatusOutput, OrderStatus>(
  Object.entries(wireStatusOf).map(([status, wire]) => [wire, status as OrderStatus]),
);

/** Takes an order off the wire. */
export function toOrder(order: OrderOutput | null): Order {
  const status = order && statusOf.get(order.status);
  if (!status) throw new Error('the order service answered without an order');
  return {
    orderId: order.orderId,
    userId: order.userId,
    items: order.items.map(({ productId, quantity }) => ({ productId, quantity })),
    totalAmount: order.totalAmount,
    status,
    ...(order.reason !== undefined && { reason: order.reason }),
    createdAt: toText(order.createdAt),
    updatedAt: toText(order.updatedAt),
  };
}

const toText = (at: OrderOutput['createdAt']) =>
  new Date(Number(at?.seconds ?? 0) * 1_000 + Math.floor((at?.nanos ?? 0) / 1_000_000)).toISOString();
