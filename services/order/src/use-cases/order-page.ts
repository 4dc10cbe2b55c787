import { DomainError } from '@orders/shared/errors';
import type { Order } from '../domain/order';

/** A place in a list of orders, newest first: behind this order. */
export interface Position {
  createdAt: Date;
  orderId: string;
}

/** A page out of what was found, which is one more where there is a next page. */
export function pageOf(found: Order[], pageSize: number): { orders: Order[]; nextPageToken: string } {
  const orders = found.slice(0, pageSize);
  const last = orders.at(-1);
  return { orders, nextPageToken: found.length > pageSize && last ? tokenOf(last) : '' };
}

const tokenOf = ({ createdAt, orderId }: Position) =>
  Buffer.from(`${String(createdAt.getTime())} ${orderId}`).toString('base64url');

/** The place that a token names. */
export function positionOf(token: string): Position {
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
