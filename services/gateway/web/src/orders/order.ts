export interface Item {
  productId: string;
  quantity: number;
}

export type OrderStatus = 'Pending' | 'Processed' | 'Failed' | 'Cancelled';

export interface Order {
  orderId: string;
  userId: string;
  items: Item[];
  totalAmount: number;
  status: OrderStatus;
  reason?: string;
  createdAt: string;
  updatedAt: string;
}

export const isFinal = ({ status }: Pick<Order, 'status'>) => status !== 'Pending';

/** The sum of the quantities, which is what the API calls totalAmount. */
export const totalOf = (items: Item[]) => items.reduce((sum, { quantity }) => sum + quantity, 0);
