import { DomainError } from '@orders/shared/errors';
import type { InventoryClient } from '../../clients/inventory-client';
import type { OrderClient } from '../../clients/order-client';
import type { ProcessorClient } from '../../clients/processor-client';
import { orderPath, ordersAnswer } from '../orders/order-schemas';
import { defaultPageSize } from '../server/fields';
import { defineRoute, type Route } from '../server/route';
import { orderExportRoute } from './order-export';
import { allOrdersPage, deadLetterPage, deadLettersAnswer, queueAnswer, storyAnswer } from './admin-schemas';

export interface AdminRouteNeeds {
  now: () => number;
  orders: OrderClient;
  inventory: InventoryClient;
  processor: ProcessorClient;
}

/** What admins see of all orders, the queue and the dead letters. */
export const adminRoutes = (needs: AdminRouteNeeds): Route[] => [...orderRoutes(needs), ...queueRoutes(needs)];

const orderRoutes = (needs: AdminRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/orders',
    summary: 'Orders of all users, newest first',
    access: 'admin',
    query: allOrdersPage,
    success: { status: 200, description: 'A page of orders.', schema: ordersAnswer },
    handle: async ({ query: { limit = defaultPageSize, cursor = '', status, userId } }) => ({
      body: await needs.orders.findOrders({ limit, cursor, status, userId }),
    }),
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
];

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

const queueRoutes = ({ processor }: AdminRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/queue',
    summary: 'How many messages and mails are waiting',
    access: 'admin',
    success: { status: 200, description: 'The counts.', schema: queueAnswer },
    handle: async () => ({ body: { queue: await processor.getQueue() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/dlq',
    summary: 'Messages on the dead-letter queue, oldest first',
    description:
      'Reading them removes nothing. At most 1,000 messages are read; one that another consumer holds is not seen.',
    access: 'admin',
    query: deadLetterPage,
    success: { status: 200, description: 'A page of dead letters.', schema: deadLettersAnswer },
    handle: async ({ query: { limit = defaultPageSize, cursor = '' } }) => ({
      body: await processor.listDeadLetters({ limit, cursor }),
    }),
  }),
];
