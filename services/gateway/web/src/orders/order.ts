import type { Money } from '../ui/money';

export interface OrderItem {
  productId: string;
  name: string;
  quantity: number;
  /** In the currency of the order's total. */
  unitPrice: number;
}

export const orderStatuses = ['Pending', 'Processed', 'Failed', 'Cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export interface Order {
  orderId: string;
  userId: string;
  items: OrderItem[];
  totalAmount: number;
  total: Money;
  status: OrderStatus;
  reason?: string;
  createdAt: string;
  updatedAt: string;
}

export const isFinal = ({ status }: Pick<Order, 'status'>) => status !== 'Pending';

/** What an order is called in a list. */
export const shortId = (orderId: string) => orderId.slice(0, 8);

/** The state of an order in words for its buyer. */
export const orderTitles: Record<OrderStatus, string> = {
  Pending: 'Your order is placed',
  Processed: 'Your order is confirmed',
  Failed: 'Your order could not be fulfilled',
  Cancelled: 'Your order is cancelled',
};
