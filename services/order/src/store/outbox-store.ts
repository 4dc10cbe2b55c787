import type { Mongo } from '@orders/shared/mongo';
import type { Order, OutboxEntry } from '../domain/order';
import { fromDocument, type OrderDocument } from './order-document';

/** An effect that is owed, with the order that owes it. */
export interface Owed {
  order: Order;
  entry: OutboxEntry;
}

export interface OwedQuery {
  kind: OutboxEntry['kind'];
  before: Date;
  limit: number;
}

/** An order that was published long ago, and the processor has not settled it, nor heard that it failed. */
export interface RepublishCandidate {
  order: Order;
  republishAt: Date;
  republishes: number;
}

/** The entries of all outboxes. Each is removed by itself; nobody writes an outbox as a whole. */
export function createOutboxStore(mongo: Mongo) {
  const orders = () => mongo.collection<OrderDocument>('orders');

  return {
    /** Entries of one kind that are older than `before`. */
    owedBefore: async ({ kind, before, limit }: OwedQuery): Promise<Owed[]> => {
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

    /** Removes entries whose effect was acknowledged, each by its own id; one update costs less than one for each. */
    remove: async (owed: { orderId: string; entryId: string }[]): Promise<void> => {
      await orders().updateMany(
        { _id: { $in: owed.map(({ orderId }) => orderId) } },
        { $pull: { outbox: { id: { $in: owed.map(({ entryId }) => entryId) } } } },
      );
    },

    /** Orders whose time to be published again has come and who owe nothing, oldest time first. */
    republishable: async (now: Date, limit: number): Promise<RepublishCandidate[]> => {
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

    /** Owes the message once more, where nobody else has just done so; says whether it did. */
    republish: async (
      { order, republishAt }: RepublishCandidate,
      again: { entry: OutboxEntry; nextAt: Date },
    ): Promise<boolean> => {
      const { modifiedCount } = await orders().updateOne(
        { _id: order.orderId, status: { $in: ['Pending', 'Failed'] }, republishAt },
        { $set: { republishAt: again.nextAt }, $inc: { republishes: 1 }, $push: { outbox: again.entry } },
      );
      return modifiedCount === 1;
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;
