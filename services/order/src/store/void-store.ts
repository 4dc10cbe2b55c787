import type { Mongo } from '@orders/shared/mongo';
import { voidRetentionMs } from '../domain/retention';
import { isOrder, type StoredDocument } from './order-document';

/** One taking of stock, as the sweep found it. */
export interface Taking {
  orderId: string;
  epoch: number;
}

/** The fence between a late order and the expiry of its reservation. */
export function createVoidStore(mongo: Mongo) {
  const orders = () => mongo.collection<StoredDocument>('orders');
  const stored = async (orderIds: string[]) =>
    orders()
      .find({ _id: { $in: orderIds } }, { projection: { status: 1, void: 1, epoch: 1 } })
      .toArray();

  return {
    /** Those under whose id no order is stored. */
    withoutOrder: async (takings: Taking[]): Promise<Taking[]> => {
      const found = await stored(takings.map(({ orderId }) => orderId));
      const ordered = new Set(found.filter(isOrder).map(({ _id }) => _id));
      return takings.filter(({ orderId }) => !ordered.has(orderId));
    },

    /**
     * Writes a Void under each id that has no order, then looks what a majority holds:
     * answers the takings that no order can be stored for any more.
     */
    fence: async (takings: Taking[]): Promise<Taking[]> => {
      await orders().bulkWrite(
        takings.map(({ orderId, epoch }) => ({
          updateOne: { filter: { _id: orderId }, update: voidUnlessOrder(epoch), upsert: true },
        })),
        { ordered: false },
      );
      const voids = new Map<string, number>();
      for (const document of await stored(takings.map(({ orderId }) => orderId))) {
        if (!isOrder(document)) voids.set(document._id, document.epoch);
      }
      return takings.filter(({ orderId, epoch }) => (voids.get(orderId) ?? 0) >= epoch);
    },
  };
}

export type VoidStore = ReturnType<typeof createVoidStore>;

// One write that decides by what it finds: an order stays as it is, anything else becomes a Void of the greater epoch.
const voidUnlessOrder = (epoch: number) => [
  {
    $replaceWith: {
      $cond: [
        { $eq: [{ $type: '$status' }, 'missing'] },
        {
          _id: '$_id',
          void: true,
          epoch: { $max: ['$epoch', epoch] },
          at: '$$NOW',
          purgeAt: { $add: ['$$NOW', voidRetentionMs] },
        },
        '$$ROOT',
      ],
    },
  },
];
