/** Where an order stands. */
export type OrderStatus = 'Pending' | 'Processed' | 'Failed' | 'Cancelled';

export interface Item {
  productId: string;
  quantity: number;
}

/** An order as the order service tells it. */
export interface Order {
  orderId: string;
  userId: string;
  items: Item[];
  totalAmount: number;
  status: OrderStatus;
  /** Why it failed, where it did. */
  reason?: string;
}

/** An order that a message says was placed, with the ids of the request that placed it. */
export interface PlacedOrder {
  orderId: string;
  requestId: string;
  traceparent: string;
}

/** Who an order's mail goes to. */
export interface Buyer {
  userId: string;
  name: string;
  email: string;
}
