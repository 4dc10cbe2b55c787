import type { OrderStatus } from '@orders/proto/order-status';
import type { Order } from '../domain/order';
import { positionOf, tokenOf, type Position } from './list-orders';

interface OrdersWithin {
  from: Date;
  to: Date;
  status?: OrderStatus;
}

export interface ExportOrdersNeeds {
  lists: { pageFrom: (page: OrdersWithin & { after?: Position; limit: number }) => Promise<Order[]> };
  now: () => Date;
}

export interface ExportOrders {
  from?: Date;
  /** Orders of this time are not in it; the present where it is not given, so that an export ends. */
  to?: Date;
  status?: OrderStatus;
  /** From the page before; empty at the beginning. */
  pageToken: string;
}

export interface ExportedPage {
  orders: Order[];
  nextPageToken: string;
}

// As a message of gRPC, 25 of the largest orders take over a megabyte, of the four that it may have.
const pageSize = 25;
const pagesAtOnce = 8;

/** Answers the orders of all users, oldest first, page by page; nothing is read before somebody takes what was read. */
export const createExportOrders = ({ lists, now }: ExportOrdersNeeds) =>
  async function* exportOrders({ pageToken, ...range }: ExportOrders): AsyncGenerator<ExportedPage> {
    const within = { from: new Date(0), to: now(), ...range };
    const limit = pageSize * pagesAtOnce;
    let after = pageToken === '' ? undefined : positionOf(pageToken);
    for (;;) {
      const found = await lists.pageFrom({ ...within, limit, ...(after && { after }) });
      yield* pagesOf(found);
      after = found.at(-1);
      if (!after || found.length < limit) return;
    }
  };

function* pagesOf(found: Order[]): Generator<ExportedPage> {
  for (let start = 0; start < found.length; start += pageSize) {
    const orders = found.slice(start, start + pageSize);
    const last = orders.at(-1);
    if (last) yield { orders, nextPageToken: tokenOf(last) };
  }
}
