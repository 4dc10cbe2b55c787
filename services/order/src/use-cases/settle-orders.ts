import type { OrderStatus } from '@orders/proto/order-status';
import type { Order } from '../domain/order';

export interface SettleOrdersNeeds {
  orders: { settle: (orderIds: string[], at: Date) => Promise<Order[]> };
  cache: { keep: (orders: Order[]) => Promise<void> };
  now: () => Date;
}

/** Moves pending orders to Processed and answers the status that each order has then; undefined if there is none. */
export const createSettleOrders =
  ({ orders, cache, now }: SettleOrdersNeeds) =>
  async (orderIds: string[]): Promise<(OrderStatus | undefined)[]> => {
    const settled = await orders.settle([...new Set(orderIds)], now());
    void cache.keep(settled);
    const statuses = new Map(settled.map(({ orderId, status }) => [orderId, status]));
    return orderIds.map((orderId) => statuses.get(orderId));
  };
