import type { OrderStatus } from './order-state';

/** A quantity of one product. */
export interface Item {
  productId: string;
  /** 1 to 100,000,000 (100 lines of 1,000,000). */
  quantity: number;
}

/** An order as its buyer sees it. */
export interface Order {
  /** A uuid. */
  orderId: string;
  userId: string;
  /** Each product once, sorted by product id. */
  items: Item[];
  /** The sum of the quantities. */
  totalAmount: number;
  status: OrderStatus;
  /** Why it failed, where it did. */
  reason?: string;
  createdAt: Date;
  updatedAt: Date;
  /** Grows with each change of the status. */
  revision: number;
}

/** What a new order is recorded with: its buyer never sees the rest. */
export interface PlacedOrder extends Order {
  /** Tells whether a repeated request means the same. */
  bodyHash: string;
  /** Which taking of stock it stands on. */
  epoch: number;
}

/** An effect on another system that an order owes; removed once it was acknowledged. */
export interface OutboxEntry {
  id: string;
  kind: 'publish' | 'release';
  at: Date;
  /** W3C trace context of the request that caused it. */
  traceparent?: string;
  requestId?: string;
}

export interface OrderBody {
  orderId: string;
  userId: string;
  items: Item[];
}

/** A new order, which has just got its stock. */
export function placedOrder(body: OrderBody, facts: { bodyHash: string; epoch: number; at: Date }): PlacedOrder {
  const { bodyHash, epoch, at } = facts;
  return {
    ...body,
    totalAmount: body.items.reduce((sum, item) => sum + item.quantity, 0),
    status: 'Pending',
    createdAt: at,
    updatedAt: at,
    revision: 1,
    bodyHash,
    epoch,
  };
}

/** Adds up items with the same product and sorts them, so that equal meanings have equal forms. */
export function mergeItems(items: Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of items) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((left, right) => (left.productId < right.productId ? -1 : 1));
}

/** The text whose hash tells whether two requests mean the same. */
export const bodyText = ({ userId, items }: Pick<OrderBody, 'userId' | 'items'>): string =>
  JSON.stringify([userId, ...items.map(({ productId, quantity }) => [productId, quantity])]);
