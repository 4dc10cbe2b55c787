import { createGroupCommit } from '@orders/shared/group-commit';
import type { Mongo } from '@orders/shared/mongo';
import type { Order, OutboxEntry, PlacedOrder } from '../domain/order';
import { countEnd, observeSettled } from '../metrics';
import { nextStatus, type OrderAction } from '../domain/order-state';
import { insertOrders } from './insert-orders';
import { fromDocument, onlyOrders, toDocument, type OrderDocument } from './order-document';

/** The end of one pending order, with the outbox entries that it causes. */
export interface Move {
  orderId: string;
  /** Only an order of this user; of any where it is not given. */
  userId?: string;
  action: Exclude<OrderAction, 'process'>;
  reason?: string;
  at: Date;
  entries: OutboxEntry[];
  /** When its message is sent again; never where it is not given. */
  republishAt?: Date;
}

/** Orders by id, and the guarded writes that change them; reads and inserts that arrive together share a command. */
export function createOrderStore(database: Mongo) {
  const orders = () => database.collection<OrderDocument>('orders');
  const findMany = async (orderIds: string[]) =>
    (
      await orders()
        .find({ _id: { $in: orderIds }, ...onlyOrders })
        .toArray()
    ).map(fromDocument);
  const finds = createGroupCommit({
    name: 'find orders',
    commit: async (orderIds: string[]) => {
      const found = new Map((await findMany(orderIds)).map((order) => [order.orderId, order]));
      return orderIds.map((orderId) => found.get(orderId));
    },
    maxBatch: 200,
    maxWaiting: 5_000,
  });
  const inserts = createGroupCommit({
    name: 'insert orders',
    commit: (documents: OrderDocument[]) => insertOrders(database, documents),
    maxBatch: 200,
    maxWaiting: 5_000,
  });

  return {
    find: finds.submit,
    findMany,

    /** Stores a new order together with its first outbox entry. */
    insert: (order: PlacedOrder, first: { publish: OutboxEntry; republishAt: Date }) =>
      inserts.submit(toDocument(order, first)),

    /** Moves a pending order; undefined if there is none. */
    moveFromPending: async (move: Move): Promise<Order | undefined> => {
      const moved = await orders().findOneAndUpdate(guardOf(move), updateOf(move), { returnDocument: 'after' });
      if (!moved) return undefined;
      countEnd(moved.status);
      return fromDocument(moved);
    },

    /** Moves those that are pending to Processed, then answers all of them as they are. */
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
      const current = await orders()
        .find({ ...selected, ...onlyOrders })
        .toArray();
      for (const order of current) if (isJustProcessed(order, at)) observeSettled(order);
      // The processor records the mail before it settles, so the message of a failed order has done its work.
      const delivered = current.filter(({ status, republishAt }) => status === 'Failed' && republishAt !== undefined);
      if (delivered.length > 0) await stopRepublishing(delivered.map(({ _id }) => _id));
      return current.map(fromDocument);
    },
  };

  async function stopRepublishing(orderIds: string[]): Promise<void> {
    await orders().updateMany({ _id: { $in: orderIds }, status: 'Failed' }, { $unset: { republishAt: '' } });
  }
}

export type OrderStore = ReturnType<typeof createOrderStore>;

const guardOf = ({ orderId, userId }: Move) => ({
  _id: orderId,
  ...(userId !== undefined && { userId }),
  status: 'Pending' as const,
});

const updateOf = ({ action, reason, at, entries, republishAt }: Move) => ({
  $set: {
    status: nextStatus('Pending', action),
    updatedAt: at,
    ...(reason !== undefined && { reason }),
    ...(republishAt && { republishAt }),
  },
  $inc: { revision: 1 },
  ...(!republishAt && { $unset: { republishAt: '' as const } }),
  $push: { outbox: { $each: entries } },
});

const isJustProcessed = ({ status, updatedAt }: OrderDocument, at: Date) =>
  status === 'Processed' && updatedAt.getTime() === at.getTime();
