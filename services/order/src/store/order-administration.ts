import type { Mongo } from '@orders/shared/mongo';
import type { Order, OutboxEntry } from '../domain/order';
import { nextStatus, type OrderStatus } from '../domain/order-state';
import { countEnd } from '../metrics';
import type { OrderStory } from '../domain/order-story';
import { fromDocument, onlyOrders, type OrderDocument } from './order-document';

export interface NewestPage {
  status?: OrderStatus;
  userId?: string;
  after?: { createdAt: Date; orderId: string };
  limit: number;
}

export interface StoriesPage {
  /** Behind this order; empty for the first page. */
  afterOrderId: string;
  /** Only orders that owe this. */
  owes?: OutboxEntry['kind'];
  limit: number;
}

export interface Failure {
  orderId: string;
  reason: string;
  at: Date;
  owes: OutboxEntry[];
  /** When the message goes out once more, unless the processor has heard of the end by then. */
  republishAt: Date;
}

/** What operators read of all users' orders, and the guarded write by which they give one up. */
export function createOrderAdministration(database: Mongo) {
  const orders = () => database.collection<OrderDocument>('orders');

  return {
    find: async (orderId: string): Promise<Order | undefined> => {
      const document = await orders().findOne({ _id: orderId, ...onlyOrders });
      return document ? fromDocument(document) : undefined;
    },

    /** Orders of all users, newest first. */
    newest: async ({ status, userId, after, limit }: NewestPage): Promise<Order[]> => {
      const older = after && {
        $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, _id: { $lt: after.orderId } }],
      };
      // A Void has no createdAt, and the index of all orders leaves it out for the same reason.
      const filter = {
        createdAt: { $exists: true },
        ...(status && { status }),
        ...(userId !== undefined && { userId }),
      };
      const documents = await orders()
        .find({ ...filter, ...older })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return documents.map(fromDocument);
    },

    story: async (orderId: string): Promise<OrderStory | undefined> => {
      const document = await orders().findOne({ _id: orderId, ...onlyOrders });
      return document ? toStory(document) : undefined;
    },

    stories: async (orderIds: string[]): Promise<OrderStory[]> =>
      (
        await orders()
          .find({ _id: { $in: orderIds }, ...onlyOrders })
          .toArray()
      ).map(toStory),

    /** Orders by id with all that is kept about them. */
    storiesAfter: async ({ afterOrderId, owes, limit }: StoriesPage): Promise<OrderStory[]> => {
      const owing = { 'outbox.kind': owes, 'outbox.at': { $exists: true } };
      const found = orders()
        .find({ _id: { $gt: afterOrderId }, ...onlyOrders, ...(owes && owing) })
        .hint(owes ? 'outbox' : '_id_')
        .sort({ _id: 1 })
        .limit(limit);
      return (await found.toArray()).map(toStory);
    },

    /** Moves a pending order to Failed together with all that it owes; undefined where none is pending. */
    failPending: async ({ orderId, reason, at, owes, republishAt }: Failure): Promise<Order | undefined> => {
      const failed = await orders().findOneAndUpdate(
        { _id: orderId, status: 'Pending' },
        {
          $set: { status: nextStatus('Pending', 'fail'), reason, updatedAt: at, republishAt },
          $inc: { revision: 1 },
          $push: { outbox: { $each: owes } },
        },
        { returnDocument: 'after' },
      );
      if (!failed) return undefined;
      countEnd(failed.status);
      return fromDocument(failed);
    },
  };
}

export type OrderAdministration = ReturnType<typeof createOrderAdministration>;

function toStory(document: OrderDocument): OrderStory {
  const { outbox, republishes, republishAt, epoch, takenOver } = document;
  return {
    order: fromDocument(document),
    outbox,
    republishes,
    epoch,
    isTakenOver: takenOver ?? false,
    ...(republishAt && { republishAt }),
  };
}
