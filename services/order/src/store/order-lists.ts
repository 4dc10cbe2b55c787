import type { OrderStatus } from '@orders/proto/order-status';
import type { Mongo } from '@orders/shared/mongo';
import type { Order, OrderStory, OutboxEntry } from '../domain/order';
import { fromDocument, onlyOrderCollection, onlyOrders, type OrderDocument } from './schemas';

interface OrdersPage {
  /** Of all users where it is not given. */
  userId?: string;
  status?: OrderStatus;
  /** Only orders whose id begins so. */
  orderIdPrefix?: string;
  /** The last order of the page before; the first page where it is not given. */
  after?: { createdAt: Date; orderId: string };
  limit: number;
}

interface OldestPage {
  from: Date;
  /** Orders of this time are not in it. */
  to: Date;
  status?: OrderStatus;
  /** The last order of the page before; the first page where it is not given. */
  after?: { createdAt: Date; orderId: string };
  limit: number;
}

interface StoriesPage {
  /** The last order of the page before; empty for the first page. */
  afterOrderId: string;
  /** Only orders with an outbox entry of this kind. */
  pending?: OutboxEntry['kind'];
  limit: number;
}

/** Lists of orders: newest first for users and operators, by id with everything that is stored for operators. */
export function createOrderLists(mongo: Mongo) {
  const orders = () => mongo.collection(onlyOrderCollection);

  return {
    /** Newest first. */
    page: async ({ after, limit, ...filter }: OrdersPage): Promise<Order[]> => {
      const older = after && {
        $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, _id: { $lt: after.orderId } }],
      };
      const found = orders()
        .find({ ...toQuery(filter), ...older })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit);
      // Few ids begin so; by another index all orders would be looked at.
      if (filter.orderIdPrefix !== undefined) found.hint('_id_');
      return (await found.toArray()).map(fromDocument);
    },

    /** Oldest first, of all users; through the indexes of the newest first, read backwards. */
    pageFrom: async ({ from, to, status, after, limit }: OldestPage): Promise<Order[]> => {
      // The bound includes the time of the order before, since several may have it.
      const younger = after && { $or: [{ createdAt: { $gt: after.createdAt } }, { _id: { $gt: after.orderId } }] };
      const documents = await orders()
        .find({ createdAt: { $gte: after?.createdAt ?? from, $lt: to }, ...(status && { status }), ...younger })
        .sort({ createdAt: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return documents.map(fromDocument);
    },

    /** Those of these orders that exist. */
    stories: async (orderIds: string[]): Promise<OrderStory[]> => {
      const documents = await orders()
        .find({ _id: { $in: orderIds }, ...onlyOrders })
        .toArray();
      return documents.map(toStory);
    },

    /** In the order of their ids. */
    storiesAfter: async ({ afterOrderId, pending, limit }: StoriesPage): Promise<OrderStory[]> => {
      const hasPending = { 'outbox.kind': pending, 'outbox.at': { $exists: true } };
      const found = orders()
        .find({ _id: { $gt: afterOrderId }, ...onlyOrders, ...(pending && hasPending) })
        .hint(pending ? 'outbox' : '_id_')
        .sort({ _id: 1 })
        .limit(limit);
      return (await found.toArray()).map(toStory);
    },
  };
}

export type OrderLists = ReturnType<typeof createOrderLists>;

// Behind every character that an order id may have.
const behindAll = 'g';

const toQuery = ({
  userId,
  status,
  orderIdPrefix: prefix,
}: Pick<OrdersPage, 'userId' | 'status' | 'orderIdPrefix'>) => ({
  // Tombstones have no createdAt, so neither this query nor its index has them.
  ...(userId === undefined ? { createdAt: { $exists: true } } : { userId }),
  ...(status && { status }),
  ...(prefix !== undefined && { _id: { $gte: prefix, $lt: `${prefix}${behindAll}` } }),
});

function toStory(document: OrderDocument): OrderStory {
  const { outbox, republishes, republishAt, epoch, takenOver } = document;
  return {
    order: fromDocument(document),
    outbox,
    republishes,
    epoch,
    isImported: takenOver ?? false,
    ...(republishAt && { republishAt }),
  };
}
