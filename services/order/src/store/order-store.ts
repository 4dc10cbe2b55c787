import { createGroupCommit } from '@orders/shared/group-commit';
import { isDuplicateKey, isMongoUnavailable, type Mongo } from '@orders/shared/mongo';
import type { mongo as driver } from 'mongoose';
import type { Order, OutboxEntry, PlacedOrder } from '../domain/order';
import { nextStatus, type OrderAction } from '../domain/order-state';
import { countEnd, observeSettled } from '../metrics';
import {
  fromDocument,
  isOrder,
  onlyOrderCollection,
  onlyOrders,
  orderCollection,
  type OrderDocument,
  type StoredDocument,
} from './schemas';

/** The outcome of one insert. */
export type Insertion =
  | { outcome: 'inserted' }
  /** Its id is taken, perhaps by an earlier attempt of the same request. */
  | { outcome: 'exists'; order: Order & { bodyHash: string } }
  /** Its reservation has expired: there is a tombstone of its epoch or a later one. */
  | { outcome: 'expired' };

/** The end of a pending order, with the outbox entries that it causes. */
export interface Move {
  orderId: string;
  /** Only an order of this user; of any user where it is not given. */
  userId?: string;
  action: Exclude<OrderAction, 'process'>;
  reason?: string;
  at: Date;
  entries: OutboxEntry[];
  /** When its message is sent again. */
  republishAt: Date;
}

/** Orders by id, and the guarded writes that change them; reads and inserts that arrive together share a command. */
export function createOrderStore(mongo: Mongo) {
  const orders = () => mongo.collection(onlyOrderCollection);
  const findDocuments = (orderIds: string[]) =>
    orders()
      .find({ _id: { $in: orderIds }, ...onlyOrders })
      .toArray();
  const finds = createGroupCommit({
    name: 'find orders',
    commit: async (orderIds: string[]) => {
      const found = new Map((await findDocuments(orderIds)).map((document) => [document._id, fromDocument(document)]));
      return orderIds.map((orderId) => found.get(orderId));
    },
    maxBatch: 200,
    maxWaiting: 5_000,
  });
  const inserts = createGroupCommit({
    name: 'insert orders',
    commit: (documents: OrderDocument[]) => insertOrders(mongo, documents),
    maxBatch: 200,
    maxWaiting: 5_000,
  });

  return {
    find: finds.submit,
    findMany: async (orderIds: string[]) => (await findDocuments(orderIds)).map(fromDocument),

    /** Stores a new order together with its first outbox entry. */
    insert: (order: PlacedOrder, first: { publish: OutboxEntry; republishAt: Date }) =>
      inserts.submit(toDocument(order, first)),

    /** Moves a pending order; undefined if there is none. */
    moveFromPending: async (move: Move): Promise<Order | undefined> => {
      const { orderId, userId } = move;
      const guard = { _id: orderId, ...(userId !== undefined && { userId }), status: 'Pending' as const };
      const moved = await orders().findOneAndUpdate(guard, updateOf(move), { returnDocument: 'after' });
      if (!moved) return undefined;
      countEnd(moved.status);
      return fromDocument(moved);
    },

    /**
     * Moves those that are pending to Processed, then answers all of them as they are. A message that is being settled
     * has arrived, so its outbox entry goes with the same write.
     */
    settle: async (orderIds: string[], at: Date): Promise<Order[]> => {
      await orders().updateMany(
        { _id: { $in: orderIds }, status: 'Pending' },
        {
          $set: { status: nextStatus('Pending', 'process'), updatedAt: at },
          $inc: { revision: 1 },
          $unset: { republishAt: '' },
          $pull: { outbox: { kind: 'publish' } },
        },
      );
      const current = await findDocuments(orderIds);
      for (const document of current) {
        if (document.status === 'Processed' && document.updatedAt.getTime() === at.getTime()) observeSettled(document);
      }
      // The processor records mail and webhooks before it settles, so the message of an ended order has done its work.
      const ended = current.filter(({ status, republishAt }) => status !== 'Pending' && republishAt !== undefined);
      if (ended.length > 0) {
        const guard = { _id: { $in: ended.map(({ _id }) => _id) }, status: { $ne: 'Pending' as const } };
        await orders().updateMany(guard, { $unset: { republishAt: '' } });
      }
      return current.map(fromDocument);
    },
  };
}

export type OrderStore = ReturnType<typeof createOrderStore>;

const updateOf = ({ action, reason, at, entries, republishAt }: Move) => ({
  $set: {
    status: nextStatus('Pending', action),
    updatedAt: at,
    ...(reason !== undefined && { reason }),
    republishAt,
  },
  $inc: { revision: 1 },
  $push: { outbox: { $each: entries } },
});

export const toDocument = (
  { orderId, ...order }: PlacedOrder,
  first: { publish: OutboxEntry; republishAt: Date },
): OrderDocument => ({
  _id: orderId,
  ...order,
  outbox: [first.publish],
  republishAt: first.republishAt,
  republishes: 0,
});

const maxAttempts = 3;

/**
 * Inserts orders together, each with an outcome of its own, where there is no document or a tombstone of a smaller
 * epoch. An id may be in a batch twice: the first is inserted, the others find it. After a write whose result is unknown
 * it looks again, so an order that did get stored is found as `exists`.
 */
export async function insertOrders(mongo: Mongo, documents: OrderDocument[]): Promise<Insertion[]> {
  const insertions = new Map<OrderDocument, Insertion>();
  for (const document of await insertNew(mongo, documents)) insertions.set(document, { outcome: 'inserted' });
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const open = documents.filter((document) => !insertions.has(document));
    if (open.length === 0) break;
    await insertOverStored(mongo, open, insertions);
  }
  return documents.map((document) => insertions.get(document) ?? { outcome: 'expired' });
}

/** The fast way, for ids that nobody has used: answers those that were inserted. */
async function insertNew(mongo: Mongo, documents: OrderDocument[]): Promise<OrderDocument[]> {
  try {
    await mongo.collection(orderCollection).insertMany(documents, { ordered: false });
    return documents;
  } catch (error) {
    return isMongoUnavailable(error) ? [] : withoutDuplicates(documents, error);
  }
}

/** The way for ids that are taken: an order is the answer, a tombstone of a smaller epoch is replaced. */
async function insertOverStored(mongo: Mongo, open: OrderDocument[], insertions: Map<OrderDocument, Insertion>) {
  const ids = open.map(({ _id }) => _id);
  const stored = await mongo
    .collection(orderCollection)
    .find({ _id: { $in: ids } })
    .toArray();
  const storedById = new Map(stored.map((document) => [document._id, document]));
  const replaceable: OrderDocument[] = [];

  for (const document of open) {
    const found = storedById.get(document._id);
    if (found && isOrder(found)) insertions.set(document, { outcome: 'exists', order: fromDocument(found) });
    else if (found && found.epoch >= document.epoch) insertions.set(document, { outcome: 'expired' });
    else replaceable.push(document);
  }
  for (const document of await replaceTombstones(mongo, replaceable)) insertions.set(document, { outcome: 'inserted' });
}

async function replaceTombstones(mongo: Mongo, documents: OrderDocument[]): Promise<OrderDocument[]> {
  if (documents.length === 0) return [];
  const operations = documents.map((document): driver.AnyBulkWriteOperation<StoredDocument> => ({
    replaceOne: {
      filter: { _id: document._id, void: true, epoch: { $lt: document.epoch } },
      replacement: document,
      upsert: true,
    },
  }));
  try {
    await mongo.collection(orderCollection).bulkWrite(operations, { ordered: false });
    return documents;
  } catch (error) {
    return withoutDuplicates(documents, error);
  }
}

/** What a batch wrote all the same, where some of it found a stored document; any other failure is thrown. */
function withoutDuplicates(documents: OrderDocument[], error: unknown): OrderDocument[] {
  if (!isDuplicateKey(error)) throw error;
  const problems: driver.WriteError[] = [(error as driver.MongoBulkWriteError).writeErrors].flat();
  if (problems.some(({ code }) => code !== 11_000)) throw error;
  const refused = new Set(problems.map(({ index }) => index));
  return documents.filter((_, index) => !refused.has(index));
}
