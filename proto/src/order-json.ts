import type { OrderOutput } from './generated/orderplacing/order/v1/Order';
import { fromWireMoney, type Money, type PricedItem } from './items';
import { fromWireStatus, type OrderStatus } from './order-status';

/** An order as JSON, as the REST API and webhooks show it. */
export interface OrderJson {
  orderId: string;
  userId: string;
  items: PricedItem[];
  totalAmount: number;
  total: Money;
  status: OrderStatus;
  /** Why it failed. */
  reason?: string;
  createdAt: string | null;
  updatedAt: string | null;
}

/** An order message as JSON; undefined where it holds no order. Where no prices were decided it costs nothing in the currency. */
export function toOrderJson(order: OrderOutput | null, currency: string): OrderJson | undefined {
  const status = order && fromWireStatus(order.status);
  if (!status) return undefined;
  return {
    orderId: order.orderId,
    userId: order.userId,
    items: order.items.map(({ productId, name, quantity, unitPrice }) => ({ productId, name, quantity, unitPrice })),
    totalAmount: order.totalAmount,
    total: fromWireMoney(order.total) ?? { amount: 0, currency },
    status,
    ...(order.reason !== undefined && { reason: order.reason }),
    createdAt: isoTime(order.createdAt),
    updatedAt: isoTime(order.updatedAt),
  };
}

const isoTime = (at: OrderOutput['createdAt']): string | null =>
  at && new Date(Number(at.seconds) * 1_000 + Math.floor(at.nanos / 1_000_000)).toISOString();
