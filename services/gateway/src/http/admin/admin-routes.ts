import type { AdminClient } from '../../clients/admin-client';
import type { ProcessorClient } from '../../clients/processor-client';
import { orderStory } from './order-story';
import { defineRoute, type Route } from '../server/route';
import { allOrdersPage, deadLetterPage, deadLettersAnswer, queueAnswer, storyAnswer } from './admin-schemas';
import { orderPath, ordersAnswer } from '../orders/order-schemas';
import { defaultPageSize } from '../server/page';

export interface AdminRouteNeeds {
  admin: Omit<AdminClient, 'stop'>;
  processor: Omit<ProcessorClient, 'ping' | 'stop'>;
}

const tag = 'Administration';

/** What admins see of all orders, the queue and the dead letters. */
export const adminRoutes = (needs: AdminRouteNeeds): Route[] => [...orderRoutes(needs), ...queueRoutes(needs)];

const orderRoutes = ({ admin, processor }: AdminRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/orders',
    tag,
    summary: 'Orders of all users, newest first',
    access: 'admin',
    query: allOrdersPage,
    success: { status: 200, description: 'A page of orders.', schema: ordersAnswer },
    failures: [],
    handle: async ({ query: { limit = defaultPageSize, cursor = '', status, userId } }) => {
      const filter = { ...(status && { status }), ...(userId !== undefined && { userId }) };
      return { status: 200, body: await admin.findOrders({ limit, cursor, ...filter }) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/orders/{id}',
    tag,
    summary: 'The whole story of an order',
    description: 'The order with what it owes, its reservation, its messages and its mail.',
    access: 'admin',
    params: orderPath,
    success: { status: 200, description: 'All that is known about the order.', schema: storyAnswer },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ params: { id } }) => ({ status: 200, body: await orderStory({ admin, processor }, id) }),
  }),
];

const queueRoutes = ({ processor }: AdminRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/queue',
    tag,
    summary: 'How much is waiting',
    access: 'admin',
    success: { status: 200, description: 'Messages and mails that wait.', schema: queueAnswer },
    failures: [],
    handle: async () => ({ status: 200, body: { queue: await processor.getQueue() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/dlq',
    tag,
    summary: 'Messages that were given up on, oldest first',
    description:
      'Looking takes nothing away. At most 1,000 messages are looked at; one that somebody else has in hand is missed.',
    access: 'admin',
    query: deadLetterPage,
    success: { status: 200, description: 'A page of dead letters.', schema: deadLettersAnswer },
    failures: [],
    handle: async ({ query: { limit = defaultPageSize, cursor = '' } }) => ({
      status: 200,
      body: await processor.listDeadLetters({ limit, cursor }),
    }),
  }),
];
