import type { Order } from '@orders/proto/order/v1/Order';
import { buyerId } from './tokens';

export const orderId = '7b0f3f0a-5f3e-4c43-9f43-0d8e5f1f5e9b';

/** An order as the order service answers it. */
export const anOrder = (changes: Order = {}): Order => ({
  orderId,
  userId: buyerId,
  items: [{ productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  totalAmount: 2,
  total: { amount: 3_998, currency: 'EUR' },
  status: 'ORDER_STATUS_PENDING',
  createdAt: { seconds: 1_700_000_000, nanos: 123_000_000 },
  updatedAt: { seconds: 1_700_000_001, nanos: 0 },
  revision: 1,
  ...changes,
});

/** The same order as a client sees it. */
export const shownOrder = {
  orderId,
  userId: buyerId,
  items: [{ productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  totalAmount: 2,
  total: { amount: 3_998, currency: 'EUR' },
  status: 'Pending',
  createdAt: '2023-11-14T22:13:20.123Z',
  updatedAt: '2023-11-14T22:13:21.000Z',
};

/** A body that places an order. */
export const aBody = (changes: object = {}) => ({
  userId: buyerId,
  totalAmount: 2,
  items: [{ productId: 'prod1', quantity: 2 }],
  ...changes,
});
