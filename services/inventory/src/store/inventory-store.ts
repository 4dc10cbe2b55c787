import { auditLogCollection, toAuditDocument } from '@orders/shared/audit-log';
import { isDuplicateKey, isTransient, type Mongo } from '@orders/shared/mongo';
import { mongo as driver, type mongo } from 'mongoose';
import type { Changes, ProductChange, ReservationChange, Snapshot } from '../domain/draft';
import { places, type Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { InventoryStore, Keys } from '../use-cases/run-batch';
import {
  fromOperation,
  fromProduct,
  fromReservation,
  operationCollection,
  productCollection,
  reservationCollection,
  toOperation,
  toProduct,
  toReservation,
  type ProductDocument,
  type ReservationDocument,
} from './schemas';

// The guards must see what was written last, even if a majority does not have it yet.
const transactionOptions: mongo.TransactionOptions = {
  readConcern: { level: 'local' },
  writeConcern: new driver.WriteConcern('majority', 4_000),
};

/** Stock and reservations: reads what a majority has, and writes in one transaction that is guarded by what was read. */
export const createInventoryStore = (database: Mongo): InventoryStore => ({
  read: (keys, cachedProduct) => readSnapshot(collectionsOf(database), keys, cachedProduct),

  write: async (changes, mayCommit) => {
    const session = database.startSession();
    try {
      return await writeGuarded(database, { changes, mayCommit }, session);
    } catch (error) {
      // A duplicate key is another replica's insert of the same document, and means the same as a guard that does not match.
      if (isTransient(error) || isDuplicateKey(error)) return 'conflict';
      throw error;
    } finally {
      await session.endSession();
    }
  },
});

async function writeGuarded(
  database: Mongo,
  { changes, mayCommit = () => true }: { changes: Changes; mayCommit: (() => boolean) | undefined },
  session: mongo.ClientSession,
): Promise<'written' | 'conflict'> {
  session.startTransaction(transactionOptions);
  if (!(await writeChanges(collectionsOf(database), changes, session)) || !mayCommit()) {
    await session.abortTransaction();
    return 'conflict';
  }
  await commit(session);
  return 'written';
}

async function commit(session: mongo.ClientSession): Promise<void> {
  try {
    await session.commitTransaction();
  } catch (error) {
    if (!isResultUnknown(error)) throw error;
    // The repeated command tells the result; a commit that never arrived would block its products for a minute.
    await session.commitTransaction();
  }
}

const isResultUnknown = (error: unknown) =>
  error instanceof driver.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');

const collectionsOf = (database: Mongo) => ({
  products: database.collection(productCollection),
  reservations: database.collection(reservationCollection),
  operations: database.collection(operationCollection),
  auditLog: database.collection(auditLogCollection),
});

type Collections = ReturnType<typeof collectionsOf>;
type CachedProduct = (productId: string) => Product | undefined;

/** Reads the named documents that exist, and the products of the reservations among them, except for cached products. */
async function readSnapshot(
  { products, reservations, operations }: Collections,
  { productIds, orderIds, operationIds }: Keys,
  cachedProduct: CachedProduct = () => undefined,
): Promise<Snapshot> {
  // Products first: stock that a concurrent attempt under the same order id took is then explained by its reservation.
  const named = await findProducts(products, productIds, cachedProduct);
  const [foundReservations, foundOperations] = await Promise.all([
    orderIds.length === 0 ? [] : reservations.find({ _id: { $in: orderIds } }).toArray(),
    operationIds.length === 0 ? [] : operations.find({ _id: { $in: operationIds } }).toArray(),
  ]);
  const byOrder = new Map(foundReservations.map((document) => [document._id, toReservation(document)]));
  const reserved = await findProducts(products, productIdsBeyond(named, byOrder), cachedProduct);

  return {
    products: new Map([...named, ...reserved]),
    reservations: byOrder,
    operations: new Map(foundOperations.map((document) => [document._id, toOperation(document)])),
  };
}

async function findProducts(
  products: mongo.Collection<ProductDocument>,
  productIds: string[],
  cachedProduct: CachedProduct,
): Promise<Map<string, Product>> {
  const found = new Map<string, Product>();
  const unknown = productIds.filter((productId) => {
    const product = cachedProduct(productId);
    if (product) found.set(productId, product);
    return !product;
  });
  if (unknown.length === 0) return found;
  const read = await products.find({ _id: { $in: unknown } }).toArray();
  for (const document of read) found.set(document._id, toProduct(document));
  return found;
}

function productIdsBeyond(known: Map<string, Product>, reservations: Map<string, Reservation>): string[] {
  const wanted = new Set<string>();
  for (const { state, items } of reservations.values()) {
    if (state !== 'held' && state !== 'committed') continue;
    for (const { productId } of items) if (!known.has(productId)) wanted.add(productId);
  }
  return [...wanted];
}

/**
 * Writes each document if it is still as it was read, and moves units of a product if enough of them are left; returns
 * false where that is not so, and the transaction must end.
 */
async function writeChanges(
  { products, reservations, operations, auditLog }: Collections,
  changes: Changes,
  session: mongo.ClientSession,
): Promise<boolean> {
  const options = { session, ordered: false };
  if (changes.products.length > 0) {
    // Always in the same order: of two batches that share products the later one fails at the first, before it has done more.
    const sorted = changes.products.toSorted((left, right) => (left.productId < right.productId ? -1 : 1));
    const { matchedCount } = await products.bulkWrite(sorted.map(productWrite), options);
    if (matchedCount !== countUpdates(changes.products)) return false;
  }
  if (changes.reservations.length > 0) {
    const { matchedCount } = await reservations.bulkWrite(changes.reservations.map(reservationWrite), options);
    if (matchedCount !== countUpdates(changes.reservations)) return false;
  }
  if (changes.operations.length > 0) await operations.insertMany(changes.operations.map(fromOperation), options);
  if (changes.audited) await auditLog.insertMany(changes.audited.map(toAuditDocument), options);
  return true;
}

// The filter makes overselling impossible: without enough units it matches nothing, and the transaction is aborted.
function productWrite(change: ProductChange): mongo.AnyBulkWriteOperation<ProductDocument> {
  if ('move' in change) {
    const { productId, before, move, isPriced } = change;
    const enoughLeft = places
      .filter((place) => move[place] < 0)
      .map((place) => [place, { $gte: -move[place] }] as const);
    return {
      updateOne: {
        filter: { _id: productId, ...Object.fromEntries(enoughLeft), ...(isPriced && samePrice(before)) },
        update: { $inc: { ...move, revision: 1 } },
      },
    };
  }
  const { before, replace } = change;
  const document = fromProduct(replace);
  if (!before) return { insertOne: { document } };
  return { replaceOne: { filter: { _id: document._id, revision: before.revision }, replacement: document } };
}

// What an order's price was decided on; products stored by earlier releases lack the fields.
const samePrice = ({ name, price, archived }: Product) => ({
  name,
  price: price === 0 ? { $not: { $gt: 0 } } : price,
  archived: archived || { $ne: true },
});

// State and epoch together never come back once they changed, so they serve as a revision.
function reservationWrite({ before, after }: ReservationChange): mongo.AnyBulkWriteOperation<ReservationDocument> {
  const document = fromReservation(after);
  if (!before) return { insertOne: { document } };
  const filter = { _id: document._id, state: before.state, epoch: before.epoch };
  return { replaceOne: { filter, replacement: document } };
}

const countUpdates = (changes: { before: unknown }[]) => changes.filter(({ before }) => before !== undefined).length;
