import type { mongo } from 'mongoose';
import type { Changes, ProductChange, ReservationChange } from '../domain/draft';
import { places } from '../domain/product';
import type { Collections } from './collections';
import {
  fromOperation,
  fromProduct,
  fromReservation,
  type ProductDocument,
  type ReservationDocument,
} from './documents';

/**
 * Writes each document if it is still as it was read, and moves units of a product if enough of them are left; returns
 * false where that is not so, and the transaction must end.
 */
export async function writeChanges(
  { products, reservations, operations }: Collections,
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
  return true;
}

function productWrite(change: ProductChange): mongo.AnyBulkWriteOperation<ProductDocument> {
  if ('move' in change) {
    const { productId, move } = change;
    const enoughLeft = places
      .filter((place) => move[place] < 0)
      .map((place) => [place, { $gte: -move[place] }] as const);
    return {
      updateOne: {
        filter: { _id: productId, ...Object.fromEntries(enoughLeft) },
        update: { $inc: { ...move, revision: 1 } },
      },
    };
  }
  const { before, replace } = change;
  const document = fromProduct(replace);
  if (!before) return { insertOne: { document } };
  return { replaceOne: { filter: { _id: document._id, revision: before.revision }, replacement: document } };
}

// State and epoch together never come back once they changed, so they serve as a revision.
function reservationWrite({ before, after }: ReservationChange): mongo.AnyBulkWriteOperation<ReservationDocument> {
  const document = fromReservation(after);
  if (!before) return { insertOne: { document } };
  const filter = { _id: document._id, state: before.state, epoch: before.epoch };
  return { replaceOne: { filter, replacement: document } };
}

const countUpdates = (changes: { before: unknown }[]) => changes.filter(({ before }) => before !== undefined).length;
