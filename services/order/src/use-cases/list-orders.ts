import type { OrderStatus } from '@orders/proto/order-status';
import { invalidCursor } from '@orders/shared/errors';
import type { Order } from '../domain/order';

/** A place in a list of orders, newest first: after this order. */
export interface Position {
  createdAt: Date;
  orderId: string;
}

interface Filter {
  /** Of all users where it is not given. */
  userId?: string;
  status?: OrderStatus;
  /** Only orders whose id begins so. */
  orderIdPrefix?: string;
}

export interface ListOrdersNeeds {
  lists: { page: (page: Filter & { after?: Position; limit: number }) => Promise<Order[]> };
}

export interface ListOrders extends Filter {
  pageSize: number;
  /** From the page before; empty for the first. */
  pageToken: string;
}

/** Answers a page of orders, newest first, and the token of the next page; empty after the last. */
export const createListOrders =
  ({ lists }: ListOrdersNeeds) =>
  async ({ pageSize, pageToken, ...filter }: ListOrders) => {
    const after = pageToken !== '' && { after: positionOf(pageToken) };
    // One more than the page holds shows whether there is a next one.
    const found = await lists.page({ ...filter, ...after, limit: pageSize + 1 });
    const orders = found.slice(0, pageSize);
    const last = orders.at(-1);
    return { orders, nextPageToken: found.length > pageSize && last ? tokenOf(last) : '' };
  };

/** The token of the place behind an order. */
export const tokenOf = ({ createdAt, orderId }: Position) =>
  Buffer.from(`${String(createdAt.getTime())} ${orderId}`).toString('base64url');

/** The order that a token stands behind. */
export function positionOf(token: string): Position {
  const match = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  const [, milliseconds, orderId] = match ?? [];
  if (milliseconds !== undefined && orderId !== undefined)
    return { createdAt: new Date(Number(milliseconds)), orderId };
  throw invalidCursor();
}
