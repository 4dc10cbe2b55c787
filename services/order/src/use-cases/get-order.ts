import { DomainError } from '@orders/shared/errors';
import type { Order } from '../domain/order';

export interface GetOrderNeeds {
  orders: { find: (orderId: string) => Promise<Order | undefined> };
  cache: { find: (orderId: string) => Promise<Order | undefined>; keep: (orders: Order[]) => Promise<void> };
}

/** Answers a user's own order: a settled one from the cache where it is there, all else as the database has it. */
export const createGetOrder =
  ({ orders, cache }: GetOrderNeeds) =>
  async ({ orderId, userId }: { orderId: string; userId: string }): Promise<Order> => {
    const cached = await cache.find(orderId);
    if (cached) return ownOrder(cached, { orderId, userId });

    const order = ownOrder(await orders.find(orderId), { orderId, userId });
    void cache.keep([order]);
    return order;
  };

/** The order, where it is the user's; another user's is as unknown as none. */
export function ownOrder(order: Order | undefined, { orderId, userId }: { orderId: string; userId: string }): Order {
  if (order?.userId === userId) return order;
  throw new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: `there is no order ${orderId}` });
}
