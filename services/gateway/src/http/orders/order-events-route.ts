import type { OrderClient } from '../../clients/order-client';
import type { OrderEvents } from './order-events';
import { defineRoute } from '../server/route';
import { orderEvent, orderPath } from './order-schemas';

export interface OrderEventsRouteNeeds {
  orders: Pick<OrderClient, 'getOrder' | 'watchOrder'>;
  events: OrderEvents;
}

const contentType = 'text/event-stream';

/** The statuses of one order as they come. */
export const orderEventsRoute = ({ orders, events }: OrderEventsRouteNeeds) =>
  defineRoute({
    method: 'get',
    path: '/api/order/{id}/events',
    tag: 'Orders',
    summary: 'Follow an order',
    description:
      'Server-sent events: `event: status` with the order as JSON in `data`, for the present status and each change. ' +
      'The stream ends after a final status, and with the token; a comment every 15 s keeps it open.',
    access: 'user',
    params: orderPath,
    staysOpen: true,
    success: { status: 200, description: 'The stream.', schema: orderEvent, contentType },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ caller, params, request, response }) => {
      const own = { orderId: params.id, userId: caller.userId };
      if (request.method === 'HEAD') {
        await orders.getOrder(own);
        return { status: 200, headers: { 'Content-Type': contentType } };
      }
      const watch = (handlers: Parameters<typeof orders.watchOrder>[1]) => orders.watchOrder(own, handlers);
      await events.send({ watch, response, expiresAt: caller.expiresAt });
      return undefined;
    },
  });
