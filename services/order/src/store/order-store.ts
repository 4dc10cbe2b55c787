import { createGroupCommit } from '@orders/shared/group-commit';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { Order, OutboxEntry, PlacedOrder } from '../domain/order';
import { countEnd, observeSettled } from '../metrics';
import { nextStatus, type OrderAction, type OrderStatus } from '../domain/order-state';
import { insertOrders } from './insert-orders';
import { fromDocument, onlyOrders, toDocument, type OrderDocument } from './order-document';
import { createReadOrders } from './read-orders';

/** Where a page of the history begins: after this order. */
export interface HistoryPosition {
  createdAt: Date;
  orderId: string;
}

export interface HistoryPage {
  userId: string;
  status?: OrderStatus;
  after?: HistoryPosition;
  limit: number;
}

/** One move of one order's status, with the effects it owes. */
export interface Move {
  orderId: string;
  userId: string;
  action: OrderAction;
  at: Date;
  owes: OutboxEntry;
}

/** Orders and the guarded writes that move them; inserts and settlements that meet share a write. */
export function createOrderStore(database: Mongo) {
  const orders = () => database.collection<OrderDocument>('orders');
  const inserts = createGroupCommit({
    name: 'insert orders',
    commit: (documents: OrderDocument[]) => insertOrders(database, documents),
    maxBatch: 200,
    maxWaiting: 5_000,
  });

  return {
    ...createReadOrders(database),

    /** A user's orders, newest first. */
    history: (page: HistoryPage) => readHistory(orders(), page),

    /** Records a new order together with the message it owes. */
    insert: (order: PlacedOrder, first: { publish: OutboxEntry; republishAt: Date }) =>
      inserts.submit(toDocument(order, first)),

    /** Moves a pending order of a user; undefined where there is none. */
    moveFromPending: async ({ orderId, userId, action, at, owes }: Move): Promise<Order | undefined> => {
      const moved = await orders().findOneAndUpdate(
        { _id: orderId, userId, status: 'Pending' },
        {
          $set: { status: nextStatus('Pending', action), updatedAt: at },
          $inc: { revision: 1 },
          $unset: { republishAt: '' },
          $push: { outbox: owes },
        },
        { returnDocument: 'after' },
      );
      if (!moved) return undefined;
      countEnd(moved.status);
      return fromDocument(moved);
    },

    /** Moves those that are pending to Processed, then answers all of them as they stand. */
    settle: async (orderIds: string[], at: Date): Promise<Order[]> => {
      const selected = { _id: { $in: orderIds } };
      await orders().updateMany(
        { ...selected, status: 'Pending' },
        {
          $set: { status: nextStatus('Pending', 'process'), updatedAt: at },
          $inc: { revision: 1 },
          $unset: { republishAt: '' },
        },
      );
      const standing = await orders()
        .find({ ...selected, ...onlyOrders })
        .toArray();
      for (const order of standing) if (isJustProcessed(order, at)) observeSettled(order);
      await publishNoMore(orders(), standing.filter(isStillPublished));
      return standing.map(fromDocument);
    },
  };
}

export type OrderStore = ReturnType<typeof createOrderStore>;

const isJustProcessed = ({ status, updatedAt }: OrderDocument, at: Date) =>
  status === 'Processed' && updatedAt.getTime() === at.getTime();

// Who settles has noted the mail before: a failed order's message has done its work.
const isStillPublished = ({ status, republishAt }: OrderDocument) => status === 'Failed' && republishAt !== undefined;

async function publishNoMore(orders: mongo.Collection<OrderDocument>, heard: OrderDocument[]): Promise<void> {
  if (heard.length === 0) return;
  const orderIds = heard.map(({ _id }) => _id);
  await orders.updateMany({ _id: { $in: orderIds }, status: 'Failed' }, { $unset: { republishAt: '' } });
}

async function readHistory(
  orders: mongo.Collection<OrderDocument>,
  { userId, status, after, limit }: HistoryPage,
): Promise<Order[]> {
  const older = after && {
    $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, _id: { $lt: after.orderId } }],
  };
  const documents = await orders
    .find({ userId, ...(status && { status }), ...older })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit)
    .toArray();
  return documents.map(fromDocument);
}
