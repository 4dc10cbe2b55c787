import { withoutPrices, type Item, type Money, type PricedItem } from '@orders/proto/items';
import { orderStatuses, type OrderStatus } from '@orders/proto/order-status';
import { maxPrice } from '@orders/proto/product-fields';
import { defineCollection, embedded, type CollectionDefinition } from '@orders/shared/collection';
import type { Order, OutboxEntry } from '../domain/order';

/** An order with its outbox: what a change of it causes elsewhere is recorded in the same write. */
export interface OrderDocument {
  _id: string;
  userId: string;
  /** Stored by earlier releases they have neither name nor price. */
  items: (Item & Partial<PricedItem>)[];
  totalAmount: number;
  total?: Money;
  status: OrderStatus;
  reason?: string;
  createdAt: Date;
  updatedAt: Date;
  revision: number;
  bodyHash: string;
  epoch: number;
  /** Entries are added with the change that causes them, and removed one by one. */
  outbox: OutboxEntry[];
  /** When its message is sent again; absent once the processor has settled it. */
  republishAt?: Date;
  republishes: number;
  /** It was imported after it had come to its end: its stock and its mail are the original system's. */
  takenOver?: true;
}

/** Marks an expired reservation: no order of its epoch or an earlier one may be stored under this id. */
export interface Tombstone {
  _id: string;
  void: true;
  epoch: number;
  at: Date;
  purgeAt: Date;
}

/** What the collection holds under an order id. */
export type StoredDocument = OrderDocument | Tombstone;

const orderId = { type: String, required: true, match: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ };
const date = { type: Date, required: true };
// The wire carries 32 bits.
const maxWholeNumber = 2_147_483_647;
const wholeNumber = { type: Number, required: true, max: maxWholeNumber, validate: Number.isInteger };

export const orderCollection = defineCollection<StoredDocument>({
  name: 'orders',
  holds: 'Each order with its outbox, and the tombstones of expired reservations, which no reader sees',
  fields: [
    {
      _id: orderId,
      userId: { type: String, required: true, match: /^[0-9a-f]{24}$/ },
      items: [
        {
          productId: { type: String, required: true, minlength: 1 },
          quantity: { ...wholeNumber, min: 1 },
          name: { type: String, minlength: 1 },
          unitPrice: { type: Number, min: 0, max: maxPrice, validate: Number.isInteger },
        },
      ],
      totalAmount: { ...wholeNumber, min: 0 },
      total: {
        type: embedded({
          amount: { type: Number, required: true, min: 0, validate: Number.isSafeInteger },
          currency: { type: String, required: true, minlength: 3, maxlength: 3 },
        }),
      },
      status: { type: String, required: true, enum: orderStatuses },
      reason: { type: String },
      createdAt: date,
      updatedAt: date,
      revision: { ...wholeNumber, min: 1 },
      bodyHash: { type: String, required: true, minlength: 1 },
      epoch: { ...wholeNumber, min: 0 },
      outbox: [
        {
          id: { type: String, required: true, minlength: 1 },
          kind: { type: String, required: true, enum: ['publish', 'release'] },
          at: date,
          traceparent: { type: String },
          requestId: { type: String },
        },
      ],
      republishAt: { type: Date },
      republishes: { ...wholeNumber, min: 0 },
      takenOver: { type: Boolean, enum: [true] },
    },
    {
      _id: orderId,
      void: { type: Boolean, required: true, enum: [true] },
      epoch: { ...wholeNumber, min: 0 },
      at: date,
      purgeAt: date,
    },
  ],
  indexes: [
    {
      name: 'history',
      key: { userId: 1, createdAt: -1, _id: -1 },
      reason: 'the orders of a user, newest first',
    },
    {
      name: 'history-by-status',
      key: { userId: 1, status: 1, createdAt: -1, _id: -1 },
      reason: 'the orders of a user with one status, newest first',
    },
    {
      name: 'all',
      key: { createdAt: -1, _id: -1 },
      partialFilterExpression: { createdAt: { $exists: true } },
      reason: 'all orders, newest first; tombstones have no createdAt',
    },
    {
      name: 'all-by-status',
      key: { status: 1, createdAt: -1, _id: -1 },
      reason: 'all orders with one status, newest first; counts the pending ones and finds the oldest',
    },
    {
      name: 'outbox',
      key: { 'outbox.kind': 1, 'outbox.at': 1 },
      partialFilterExpression: { 'outbox.at': { $exists: true } },
      reason: 'the sweep finds outbox entries that were not delivered; holds only those that are open',
    },
    {
      name: 'republish',
      key: { republishAt: 1 },
      partialFilterExpression: { republishAt: { $exists: true } },
      reason: 'the sweep finds messages to send again; holds only orders that are not settled',
    },
    {
      name: 'purge-voids',
      key: { purgeAt: 1 },
      expireAfterSeconds: 0,
      partialFilterExpression: { void: true },
      reason: 'MongoDB removes tombstones when nothing can refer to them any more',
    },
  ],
});

/** The same collection for queries that only orders match. */
export const onlyOrderCollection = orderCollection as CollectionDefinition<OrderDocument>;

/** Leaves tombstones out: no reader ever sees one. */
export const onlyOrders = { status: { $exists: true } } as const;

export const isOrder = (document: StoredDocument): document is OrderDocument => 'status' in document;

export function fromDocument(document: OrderDocument): Order & { bodyHash: string } {
  const { _id, userId, totalAmount, total, status, reason, createdAt, updatedAt, revision, bodyHash } = document;
  const items = withoutPrices(document.items);
  const order = { orderId: _id, userId, items, totalAmount, status, createdAt, updatedAt, revision, bodyHash };
  return { ...order, ...(total && { total }), ...(reason !== undefined && { reason }) };
}
