import type { Order } from '@orders/order/domain/order';
import type { OrderJson } from '@orders/proto/order-json';

/** An order as the processor's client reads it for webhooks. */
export const orderJson = ({ orderId, userId, items, totalAmount, status, reason, ...order }: Order): OrderJson => ({
  ...{ orderId, userId, items, totalAmount, status },
  total: order.total ?? { amount: 0, currency: 'EUR' },
  ...(reason !== undefined && { reason }),
  createdAt: order.createdAt.toISOString(),
  updatedAt: order.updatedAt.toISOString(),
});
