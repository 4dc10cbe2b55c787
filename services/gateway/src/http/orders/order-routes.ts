import { mergeItems, totalQuantity } from '@orders/proto/items';
import { describeSpan } from '@orders/shared/span';
import type { AuthClient } from '../../clients/auth-client';
import type { OrderClient } from '../../clients/order-client';
import type { Caller } from '../server/authenticate';
import { emailNotVerified, notYourAccount, totalMismatch } from '../server/failures';
import { defaultPageSize } from '../server/fields';
import { orderIdFor } from '../server/read-request';
import type { RateLimit } from '../server/rate-limit';
import { defineRoute, type Route } from '../server/route';
import * as schemas from './order-schemas';

export interface OrderRouteNeeds {
  orders: OrderClient;
  limit: RateLimit;
  auth: Pick<AuthClient, 'getAccount'>;
  /** Whether only users whose e-mail address is verified may order. */
  requireVerifiedEmail: boolean;
}

/** Placing orders; reading and cancelling the caller's own. */
export const orderRoutes = ({ orders, ...needs }: OrderRouteNeeds): Route[] => [
  placeOrderRoute({ orders, ...needs }),
  defineRoute({
    method: 'get',
    path: '/api/orders',
    alias: '/api/order',
    summary: 'Orders of the caller, newest first',
    access: 'user',
    query: schemas.orderPage,
    success: { status: 200, description: 'A page of orders.', schema: schemas.ordersAnswer },
    handle: async ({ caller: { userId }, query: { limit: pageSize = defaultPageSize, cursor = '', status } }) => ({
      body: await orders.listOrders({ userId, limit: pageSize, cursor, status }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/order/{id}',
    alias: '/api/orders/{id}',
    summary: 'One order of the caller',
    access: 'user',
    params: schemas.orderPath,
    success: { status: 200, description: 'The order.', schema: schemas.orderAnswer },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ caller: { userId }, params: { id } }) => ({
      body: { order: await orders.getOrder({ orderId: id, userId }) },
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/order/{id}/cancel',
    alias: '/api/orders/{id}/cancel',
    summary: 'Cancel a pending order',
    description: 'Answered once the stock is released. Cancelling again gives the same answer.',
    access: 'user',
    params: schemas.orderPath,
    success: {
      status: 200,
      description: 'The order is cancelled.',
      schema: schemas.orderAnswer,
      example: schemas.cancelledExample,
    },
    failures: ['ORDER_NOT_FOUND', 'NOT_CANCELLABLE'],
    handle: async ({ caller: { userId }, params: { id } }) => ({
      body: { order: await orders.cancelOrder({ orderId: id, userId }) },
    }),
  }),
];

const placeOrderRoute = ({ orders, limit, ...needs }: OrderRouteNeeds) =>
  defineRoute({
    method: 'post',
    path: '/api/order',
    alias: '/api/orders',
    summary: 'Place an order',
    description:
      'Quantities of the same product are added up. The stock of all items is reserved, or of none; names and prices are ' +
      'decided together with it. `total` is a condition: it need not be repeated with the same `Idempotency-Key`, but one ' +
      'that is not the total of the order is another body.',
    access: 'user',
    headers: schemas.orderHeaders,
    body: schemas.newOrder,
    success: {
      status: 201,
      description: 'The order is placed.',
      schema: schemas.placedAnswer,
      headers: schemas.placedHeaders,
    },
    failures: [
      'TOTAL_MISMATCH',
      'NOT_YOUR_ACCOUNT',
      'EMAIL_NOT_VERIFIED',
      'UNKNOWN_PRODUCT',
      'PRICE_CHANGED',
      'OUT_OF_STOCK',
      'IDEMPOTENCY_KEY_REUSED',
      'RATE_LIMITED',
    ],
    handle: async ({ caller, headers, body }) => {
      const { userId } = caller;
      if (body.userId !== undefined && body.userId.toLowerCase() !== userId) throw notYourAccount();
      const sum = totalQuantity(body.items);
      if (body.totalAmount !== undefined && sum !== body.totalAmount) throw totalMismatch(body.totalAmount, sum);
      await limit.consume(userId);
      await checkVerified(caller, needs);

      const idempotencyKey = headers['Idempotency-Key'];
      const orderId = orderIdFor(userId, idempotencyKey);
      describeSpan({ 'order.id': orderId });
      const { order, replayed } = await orders.placeOrder({
        orderId,
        userId,
        items: mergeItems(body.items),
        hasIdempotencyKey: idempotencyKey !== undefined,
        expectedTotal: body.total ?? null,
      });
      describeSpan({ 'order.outcome': replayed ? 'replayed' : 'placed' });
      return {
        headers: { Location: `/api/order/${order.orderId}`, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
        body: { message: 'order placed', order },
      };
    },
  });

/**
 * Refuses a caller whose address has to be verified first. The access token says that it is; only where it does not is auth
 * asked, for the address may have been verified since the token was issued.
 */
async function checkVerified(
  { userId, emailVerified }: Caller,
  { auth, requireVerifiedEmail }: Pick<OrderRouteNeeds, 'auth' | 'requireVerifiedEmail'>,
): Promise<void> {
  if (!requireVerifiedEmail || emailVerified) return;
  if (!(await auth.getAccount(userId)).emailVerified) throw emailNotVerified();
}
