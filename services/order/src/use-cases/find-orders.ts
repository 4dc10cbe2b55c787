import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';
import { pageOf, positionOf, type Position } from './order-page';

interface Filter {
  status?: OrderStatus;
  /** Of all users where there is none. */
  userId?: string;
}

export interface FindOrdersNeeds {
  orders: { newest: (page: Filter & { after?: Position; limit: number }) => Promise<Order[]> };
}

export interface FindOrders extends Filter {
  /** 1 to 100. */
  pageSize: number;
  /** From the last page; empty for the first. */
  pageToken: string;
}

/** Answers a page of all orders, newest first, and where the next one begins. */
export const createFindOrders =
  ({ orders }: FindOrdersNeeds) =>
  async ({ pageSize, pageToken, ...filter }: FindOrders) => {
    const after = pageToken !== '' && { after: positionOf(pageToken) };
    return pageOf(await orders.newest({ ...filter, ...after, limit: pageSize + 1 }), pageSize);
  };
