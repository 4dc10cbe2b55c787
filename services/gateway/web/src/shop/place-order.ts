import type { Api } from '../api/api';
import { ApiError } from '../api/api-error';
import type { Order } from '../orders/order';
import type { Money } from '../ui/money';
import { unitsIn, type Basket } from './basket';

export interface PlaceOrderNeeds {
  api: Api;
  newTraceparent: () => string;
  wait: (ms: number) => Promise<void>;
}

export interface Purchase {
  userId: string;
  basket: Basket;
  /** What the page shows as its price: the order is refused if it would cost anything else. */
  total: Money;
}

const maxAttempts = 4;

export interface Placed {
  order: Order;
  traceId: string;
}

/** Places the order of a basket, and sends it again under the same key while its outcome is unknown. */
export const createPlaceOrder =
  ({ api, newTraceparent, wait }: PlaceOrderNeeds) =>
  async ({ userId, basket, total }: Purchase): Promise<Placed> => {
    const items = basket.items.map(({ productId, quantity }) => ({ productId, quantity }));
    const body = { userId, items, totalAmount: unitsIn(basket), total };
    const traceparent = newTraceparent();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const headers = { 'Idempotency-Key': basket.key, traceparent };
        const { order } = await api<{ order: Order }>('/api/order', { body, headers });
        return { order, traceId: traceparent.slice(3, 35) };
      } catch (error) {
        if (!(error instanceof ApiError) || !error.isTransient || attempt === maxAttempts) throw error;
        await wait(error.retryAfterSeconds * 1_000);
      }
    }
  };
