import type { Mongo } from '@orders/shared/mongo';
import type { OutboxEntry, PendingDelivery, RepublishCandidate } from '../domain/order';
import { fromDocument, onlyOrderCollection } from './schemas';

export interface PendingQuery {
  kind: OutboxEntry['kind'];
  /** Only entries that are older. */
  before: Date;
  limit: number;
}

/** The outbox entries of all orders. Each is removed by itself; an outbox is never written as a whole. */
export function createOutboxStore(mongo: Mongo) {
  const orders = () => mongo.collection(onlyOrderCollection);

  return {
    /** Entries of one kind that were not delivered. */
    findPending: async ({ kind, before, limit }: PendingQuery): Promise<PendingDelivery[]> => {
      const documents = await orders()
        .find({ 'outbox.kind': kind, 'outbox.at': { $lt: before } })
        .limit(limit)
        .toArray();
      return documents.flatMap((document) =>
        document.outbox
          .filter((entry) => entry.kind === kind && entry.at < before)
          .map((entry) => ({ order: fromDocument(document), entry })),
      );
    },

    /** Removes delivered entries by their ids; one update costs less than one for each. */
    remove: async (delivered: { orderId: string; entryId: string }[]): Promise<void> => {
      await orders().updateMany(
        { _id: { $in: delivered.map(({ orderId }) => orderId) } },
        { $pull: { outbox: { id: { $in: delivered.map(({ entryId }) => entryId) } } } },
      );
    },

    /** Orders that are due to be published again and have no open entries, the longest due first. */
    findRepublishable: async (now: Date, limit: number): Promise<RepublishCandidate[]> => {
      const documents = await orders()
        .find({ republishAt: { $lte: now }, 'outbox.0': { $exists: false } })
        .sort({ republishAt: 1 })
        .limit(limit)
        .toArray();
      return documents.map((document) => ({
        order: fromDocument(document),
        republishAt: document.republishAt ?? now,
        republishes: document.republishes,
      }));
    },

    /** Adds the entry and sets the next date, unless another replica has just done so; answers whether it did. */
    republish: async (
      { order, republishAt }: RepublishCandidate,
      again: { entry: OutboxEntry; nextAt: Date },
    ): Promise<boolean> => {
      const { modifiedCount } = await orders().updateOne(
        { _id: order.orderId, status: { $ne: 'Processed' }, republishAt },
        { $set: { republishAt: again.nextAt }, $inc: { republishes: 1 }, $push: { outbox: again.entry } },
      );
      return modifiedCount === 1;
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;
