import type { OrderClient } from '../../clients/order-client';
import { defineRoute, type Route } from '../server/route';
import { defaultPageSize } from '../server/page';
import { orderAnswer, orderPage, orderPath, ordersAnswer } from './order-schemas';

export interface OrderRouteNeeds {
  orders: Pick<OrderClient, 'getOrder' | 'listOrders' | 'cancelOrder'>;
}

const tag = 'Orders';

/** Reading and cancelling the caller's orders. */
export const orderRoutes = ({ orders }: OrderRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/order',
    tag,
    summary: 'Orders of the caller, newest first',
    access: 'user',
    query: orderPage,
    success: { status: 200, description: 'A page of orders.', schema: ordersAnswer },
    failures: [],
    handle: async ({ caller: { userId }, query: { limit: pageSize = defaultPageSize, cursor = '', status } }) => ({
      status: 200,
      body: await orders.listOrders({ userId, limit: pageSize, cursor, ...(status && { status }) }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/order/{id}',
    tag,
    summary: 'One order of the caller',
    access: 'user',
    params: orderPath,
    success: { status: 200, description: 'The order.', schema: orderAnswer },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ caller: { userId }, params: { id } }) => ({
      status: 200,
      body: { order: await orders.getOrder({ orderId: id, userId }) },
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/order/{id}/cancel',
    tag,
    summary: 'Cancel a pending order',
    description: 'Answered once the stock is back. Cancelling again answers the same.',
    access: 'user',
    params: orderPath,
    success: { status: 200, description: 'The order is cancelled.', schema: orderAnswer },
    failures: ['ORDER_NOT_FOUND', 'NOT_CANCELLABLE'],
    handle: async ({ caller: { userId }, params: { id } }) => ({
      status: 200,
      body: { order: await orders.cancelOrder({ orderId: id, userId }) },
    }),
  }),
];
