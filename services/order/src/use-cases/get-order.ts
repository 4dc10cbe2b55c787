import { DomainError } from '@orders/shared/errors';
import type { Order } from '../domain/order';

export interface GetOrderNeeds {
  orders: { find: (orderId: string) => Promise<Order | undefined> };
  cache: { find: (orderId: string) => Promise<Order | undefined>; keep: (orders: Order[]) => Promise<void> };
}

/** Answers a user's own order: a final one from the cache if it is there, any other from the database. */
export const createGetOrder =
  ({ orders, cache }: GetOrderNeeds) =>
  async ({ orderId, userId }: { orderId: string; userId: string }): Promise<Order> => {
    const cached = await cache.find(orderId);
    if (cached) return ownOrder(cached, { orderId, userId });

    const order = ownOrder(await orders.find(orderId), { orderId, userId });
    void cache.keep([order]);
    return order;
  };

/** The order, where it is the user's; another user's order counts as not found. */
export function ownOrder(order: Order | undefined, { orderId, userId }: { orderId: string; userId: string }): Order {
  if (order?.userId === userId) return order;
  throw orderNotFound(orderId);
}

export const orderNotFound = (orderId: string) =>
  new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: `there is no order ${orderId}` });
