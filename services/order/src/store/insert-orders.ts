import type { Mongo } from '@orders/shared/mongo';
import { isDuplicateKey, isMongoAway } from '@orders/shared/mongo-errors';
import type { mongo } from 'mongoose';
import type { Order } from '../domain/order';
import { fromDocument, isOrder, type OrderDocument, type StoredDocument } from './order-document';

/** What became of one insert. */
export type Insertion =
  | { outcome: 'inserted' }
  /** The id was taken, perhaps by an earlier attempt of the same request. */
  | { outcome: 'exists'; order: Order & { bodyHash: string } }
  /** The reservation it stands on has expired meanwhile. */
  | { outcome: 'fenced' };

const attempts = 3;

/**
 * Inserts orders together, each answered by itself. Succeeds where there is no document, or a Void of a smaller epoch.
 * One batch may hold an id twice: the first gets in, and the others meet what it stored. After a write whose result is
 * unknown it looks again, so an order that did get stored is found as `exists`.
 */
export async function insertOrders(database: Mongo, documents: OrderDocument[]): Promise<Insertion[]> {
  const insertions = new Map<OrderDocument, Insertion>();
  for (const document of await insertNew(database, documents)) insertions.set(document, { outcome: 'inserted' });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const open = documents.filter((document) => !insertions.has(document));
    if (open.length === 0) break;
    await meetStored(database, open, insertions);
  }
  return documents.map((document) => insertions.get(document) ?? { outcome: 'fenced' });
}

/** The fast way, for ids that nobody has used: answers those that got in. */
async function insertNew(database: Mongo, documents: OrderDocument[]): Promise<OrderDocument[]> {
  try {
    await orders(database).insertMany(documents, { ordered: false });
    return documents;
  } catch (error) {
    if (isMongoAway(error)) return [];
    const refused = refusedIndexes(error);
    return documents.filter((_, index) => !refused.has(index));
  }
}

/** The way for ids under which something is stored: an order is the answer, a Void of a smaller epoch is replaced. */
async function meetStored(
  database: Mongo,
  open: OrderDocument[],
  insertions: Map<OrderDocument, Insertion>,
): Promise<void> {
  const stored = await orders(database)
    .find({ _id: { $in: open.map(({ _id }) => _id) } })
    .toArray();
  const storedById = new Map(stored.map((document) => [document._id, document]));
  const replaceable: OrderDocument[] = [];

  for (const document of open) {
    const found = storedById.get(document._id);
    if (found && isOrder(found)) insertions.set(document, { outcome: 'exists', order: fromDocument(found) });
    else if (found && found.epoch >= document.epoch) insertions.set(document, { outcome: 'fenced' });
    else replaceable.push(document);
  }
  for (const document of await replaceVoids(database, replaceable)) insertions.set(document, { outcome: 'inserted' });
}

async function replaceVoids(database: Mongo, documents: OrderDocument[]): Promise<OrderDocument[]> {
  if (documents.length === 0) return [];
  const operations = documents.map((document): mongo.AnyBulkWriteOperation<StoredDocument> => ({
    replaceOne: {
      filter: { _id: document._id, void: true, epoch: { $lt: document.epoch } },
      replacement: document,
      upsert: true,
    },
  }));
  try {
    await orders(database).bulkWrite(operations, { ordered: false });
    return documents;
  } catch (error) {
    const refused = refusedIndexes(error);
    return documents.filter((_, index) => !refused.has(index));
  }
}

/** The places of a batch that met a stored document; any other failure is thrown. */
function refusedIndexes(error: unknown): Set<number> {
  if (!isDuplicateKey(error)) throw error;
  const all: mongo.WriteError[] = [(error as mongo.MongoBulkWriteError).writeErrors].flat();
  if (all.some(({ code }) => code !== 11_000)) throw error;
  return new Set(all.map(({ index }) => index));
}

const orders = (database: Mongo) => database.collection<StoredDocument>('orders');
