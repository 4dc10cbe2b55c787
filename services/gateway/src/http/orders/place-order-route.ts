import { describeSpan } from '@orders/shared/span';
import type { OrderClient } from '../../clients/order-client';
import { notYourAccount, totalMismatch } from '../server/failures';
import { orderIdFor } from './order-id';
import { mergeItems, totalOf } from './placed-items';
import type { RateLimit } from '../server/rate-limit';
import { defineRoute, type Route } from '../server/route';
import { newOrder, orderHeaders, placedAnswer, placedHeaders } from './order-schemas';

export interface PlaceOrderRouteNeeds {
  orders: Pick<OrderClient, 'placeOrder'>;
  limit: RateLimit;
}

/** Placing an order. */
export const placeOrderRoute = ({ orders, limit }: PlaceOrderRouteNeeds): Route =>
  defineRoute({
    method: 'post',
    path: '/api/order',
    tag: 'Orders',
    summary: 'Place an order',
    description: 'Items of the same product are added up. The stock of all items is taken, or of none.',
    access: 'user',
    headers: orderHeaders,
    body: newOrder,
    success: { status: 201, description: 'The order is placed.', schema: placedAnswer, headers: placedHeaders },
    failures: [
      'TOTAL_MISMATCH',
      'NOT_YOUR_ACCOUNT',
      'UNKNOWN_PRODUCT',
      'OUT_OF_STOCK',
      'IDEMPOTENCY_KEY_REUSED',
      'RATE_LIMITED',
    ],
    handle: async ({ caller: { userId }, headers, body }) => {
      if (body.userId.toLowerCase() !== userId) throw notYourAccount();
      const sum = totalOf(body.items);
      if (sum !== body.totalAmount) throw totalMismatch(body.totalAmount, sum);
      await limit.consume(userId);

      const idempotencyKey = headers['Idempotency-Key'];
      const orderId = orderIdFor(userId, idempotencyKey);
      describeSpan({ 'order.id': orderId });
      const { order, replayed } = await orders.placeOrder({
        orderId,
        userId,
        items: mergeItems(body.items),
        hasIdempotencyKey: idempotencyKey !== undefined,
      });
      describeSpan({ 'order.outcome': replayed ? 'replayed' : 'placed' });
      const replay = replayed && { 'Idempotent-Replayed': 'true' };
      return {
        status: 201,
        headers: { Location: `/api/order/${order.orderId}`, ...replay },
        body: { message: 'order placed', order },
      };
    },
  });
