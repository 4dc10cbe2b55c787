// An order that is always the same, whoever asks for it.
import type { Order } from '../../../services/order/src/domain/order.ts';

const at = new Date(0);

export const constantOrder = (own: Pick<Order, 'orderId' | 'userId'>): Order => ({
  ...own,
  items: [{ productId: 'bench-1', quantity: 1 }],
  totalAmount: 1,
  status: 'Processed',
  createdAt: at,
  updatedAt: at,
  revision: 2,
});
