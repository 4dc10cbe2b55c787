import type { Item, Order, OutboxEntry, PlacedOrder } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';

/** An order as it is kept in `orders`. */
export interface OrderDocument {
  _id: string;
  userId: string;
  items: Item[];
  totalAmount: number;
  status: OrderStatus;
  reason?: string;
  createdAt: Date;
  updatedAt: Date;
  revision: number;
  bodyHash: string;
  epoch: number;
  /** Effects that are owed; entries are added with the change that causes them and pulled one by one. */
  outbox: OutboxEntry[];
  /** When it is published again; absent once the processor has heard of its end. */
  republishAt?: Date;
  republishes: number;
  /** Its stock and its mail are the original system's: it never had a reservation here, and counts apart. */
  takenOver?: true;
}

/** The fence of an expired reservation: no order of its epoch or an earlier one may be stored under this id. */
export interface VoidDocument {
  _id: string;
  void: true;
  epoch: number;
  at: Date;
  purgeAt: Date;
}

/** What the collection holds under an order id. */
export type StoredDocument = OrderDocument | VoidDocument;

/** Leaves Voids out: no reader ever sees one. */
export const onlyOrders = { status: { $exists: true } } as const;

export const isOrder = (document: StoredDocument): document is OrderDocument => 'status' in document;

export function toDocument(
  { orderId, ...order }: PlacedOrder,
  first: { publish: OutboxEntry; republishAt: Date },
): OrderDocument {
  return { _id: orderId, ...order, outbox: [first.publish], republishAt: first.republishAt, republishes: 0 };
}

export function fromDocument(document: OrderDocument): Order & { bodyHash: string } {
  const { _id, userId, items, totalAmount, status, reason, createdAt, updatedAt, revision, bodyHash } = document;
  const order = { orderId: _id, userId, items, totalAmount, status, createdAt, updatedAt, revision, bodyHash };
  return reason === undefined ? order : { ...order, reason };
}
