import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';
import { pageOf, positionOf, type Position } from './order-page';

export interface ListOrdersNeeds {
  orders: {
    history: (page: { userId: string; status?: OrderStatus; after?: Position; limit: number }) => Promise<Order[]>;
  };
}

export interface ListOrders {
  userId: string;
  status?: OrderStatus;
  /** 1 to 100. */
  pageSize: number;
  /** From the last page; empty for the first. */
  pageToken: string;
}

/** Answers a page of a user's orders, newest first, and where the next one begins. */
export const createListOrders =
  ({ orders }: ListOrdersNeeds) =>
  async ({ userId, status, pageSize, pageToken }: ListOrders) => {
    const found = await orders.history({
      userId,
      ...(status && { status }),
      ...(pageToken !== '' && { after: positionOf(pageToken) }),
      limit: pageSize + 1,
    });
    return pageOf(found, pageSize);
  };
