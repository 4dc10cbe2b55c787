import { DomainError } from '@orders/shared/errors';
import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';

interface Position {
  createdAt: Date;
  orderId: string;
}

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
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    return { orders: page, nextPageToken: found.length > pageSize && last ? tokenOf(last) : '' };
  };

const tokenOf = ({ createdAt, orderId }: Position) =>
  Buffer.from(`${String(createdAt.getTime())} ${orderId}`).toString('base64url');

function positionOf(token: string): Position {
  const match = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  const [, milliseconds, orderId] = match ?? [];
  if (milliseconds !== undefined && orderId !== undefined)
    return { createdAt: new Date(Number(milliseconds)), orderId };
  throw new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the cursor is not one of ours',
    details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}
