import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';

export interface SettleOrdersNeeds {
  orders: { settle: (orderIds: string[], at: Date) => Promise<Order[]> };
  cache: { keep: (orders: Order[]) => Promise<void> };
  now: () => Date;
}

/** Moves pending orders to Processed and answers the status that stands of each; undefined where there is no order. */
export const createSettleOrders =
  ({ orders, cache, now }: SettleOrdersNeeds) =>
  async (orderIds: string[]): Promise<(OrderStatus | undefined)[]> => {
    const settled = await orders.settle([...new Set(orderIds)], now());
    void cache.keep(settled);
    const statuses = new Map(settled.map(({ orderId, status }) => [orderId, status]));
    return orderIds.map((orderId) => statuses.get(orderId));
  };
