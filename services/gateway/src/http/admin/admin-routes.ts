import { DomainError } from '@orders/shared/errors';
import type { z } from 'zod';
import type { AuthClient } from '../../clients/auth-client';
import type { InventoryClient } from '../../clients/inventory-client';
import type { OrderClient } from '../../clients/order-client';
import type { ProcessorClient } from '../../clients/processor-client';
import { orderAnswer, orderPath, ordersAnswer } from '../orders/order-schemas';
import type { Download } from '../server/downloads';
import { defaultPageSize } from '../server/fields';
import { defineRoute, type Route } from '../server/route';
import { allOrdersPage, givenUp, operationHeaders, storyAnswer } from './admin-schemas';
import { deadLetterRoutes, operationOf } from './dead-letter-routes';
import { orderExportRoute } from './order-export';

export interface AdminRouteNeeds {
  download: Download;
  now: () => number;
  auth: Pick<AuthClient, 'findUserId'>;
  orders: OrderClient;
  inventory: InventoryClient;
  processor: ProcessorClient;
}

/** What admins see of all orders, the queue and the dead letters, and do about them. */
export const adminRoutes = (needs: AdminRouteNeeds): Route[] => [...orderRoutes(needs), ...deadLetterRoutes(needs)];

const orderRoutes = (needs: AdminRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/orders',
    summary: 'Orders of all users, newest first',
    access: 'admin',
    description:
      'Only orders that fit every parameter. `id` is an order id or its first 8 characters or more; where several orders ' +
      'begin so, all of them are listed. An `email` without an account has no orders.',
    query: allOrdersPage,
    success: { status: 200, description: 'A page of orders.', schema: ordersAnswer },
    handle: async ({ query }) => ({ body: await findOrders(needs, query) }),
  }),
  // Before the route whose id it would be.
  orderExportRoute(needs),
  defineRoute({
    method: 'get',
    path: '/api/admin/orders/{id}',
    summary: 'The whole story of an order',
    description: 'The order with its pending outbox entries, its reservation, its messages and its mail.',
    access: 'admin',
    params: orderPath,
    success: { status: 200, description: 'All that is known about the order.', schema: storyAnswer },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ params: { id } }) => ({ body: await orderStory(needs, id) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/admin/orders/{id}/fail',
    summary: 'Give up a pending order',
    description:
      'It becomes `Failed`: its stock goes back, and its buyer is mailed the reason. A failed order is answered again.',
    access: 'admin',
    headers: operationHeaders,
    params: orderPath,
    body: givenUp,
    success: { status: 200, description: 'The order as it is now.', schema: orderAnswer },
    failures: ['ORDER_NOT_FOUND', 'ORDER_IS_FINAL', 'IDEMPOTENCY_KEY_REUSED'],
    handle: async ({ params: { id }, body: { reason }, ...call }) => {
      await needs.processor.failOrder({ ...operationOf(call), orderId: id, reason });
      const { order } = await needs.orders.getOrderStory(id);
      return { body: { order: withoutRevision(order) } };
    },
  }),
];

const withoutRevision = ({ revision: _, ...order }: Awaited<ReturnType<OrderClient['getOrderStory']>>['order']) =>
  order;

/** The orders of an address are those of its account. */
async function findOrders(
  { orders, auth }: AdminRouteNeeds,
  { limit = defaultPageSize, cursor = '', status, id, email, ...query }: z.infer<typeof allOrdersPage>,
) {
  const userId = email === undefined ? query.userId : await auth.findUserId(email);
  const isNobody = email !== undefined && (userId === undefined || (query.userId ?? userId) !== userId);
  if (isNobody) return { orders: [], nextCursor: null };
  return orders.findOrders({ limit, cursor, status, userId, orderIdPrefix: id });
}

/** One order as three services know it. What an unavailable one knows is null and named: outages are when it matters. */
async function orderStory({ orders, inventory, processor }: AdminRouteNeeds, orderId: string) {
  const missing: string[] = [];
  const orNull = async <T>(service: string, answer: Promise<T>): Promise<T | null> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'UNAVAILABLE') throw error;
      missing.push(service);
      return null;
    }
  };
  const [story, reservation, mail] = await Promise.all([
    orders.getOrderStory(orderId),
    orNull('inventory', inventory.getReservation(orderId)),
    orNull('processor', processor.getMail(orderId)),
  ]);
  return { ...story, reservation, mail, missing };
}
