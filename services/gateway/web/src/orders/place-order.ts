import type { Api } from '../api';
import { ApiError } from '../api-error';
import type { Basket } from './basket';
import { totalOf, type Order } from './order';

export interface PlaceOrderNeeds {
  api: Api;
  newTraceparent: () => string;
  wait: (ms: number) => Promise<void>;
}

const maxAttempts = 4;

export interface Placed {
  order: Order;
  traceId: string;
}

/** Places the order of a basket, and sends it again under the same key while its outcome is unknown. */
export const createPlaceOrder =
  ({ api, newTraceparent, wait }: PlaceOrderNeeds) =>
  async (userId: string, { items, key }: Basket): Promise<Placed> => {
    const body = { userId, items, totalAmount: totalOf(items) };
    const traceparent = newTraceparent();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const headers = { 'Idempotency-Key': key, traceparent };
        const { order } = await api<{ order: Order }>('/api/order', { body, headers });
        return { order, traceId: traceparent.slice(3, 35) };
      } catch (error) {
        if (!(error instanceof ApiError) || !error.isTransient || attempt === maxAttempts) throw error;
        await wait(error.retryAfterSeconds * 1_000);
      }
    }
  };
