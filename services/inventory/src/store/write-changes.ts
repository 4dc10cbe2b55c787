import type { mongo } from 'mongoose';
import type { Change, Changes } from '../domain/draft';
import { places, shiftOf, type Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { Collections } from './collections';
import {
  fromOperation,
  fromProduct,
  fromReservation,
  type ProductDocument,
  type ReservationDocument,
} from './documents';

/**
 * Writes each document where it is still as it was read, and moves pieces of a product where there are still enough of them;
 * false when that is not so, and the transaction must end.
 */
export async function writeChanges(
  { products, reservations, operations }: Collections,
  changes: Changes,
  session: mongo.ClientSession,
): Promise<boolean> {
  const options = { session, ordered: false };
  if (changes.products.length > 0) {
    // In one order everywhere: of two batches that share products the later one loses at the first, before it did more.
    const sorted = changes.products.toSorted((left, right) => (left.after.productId < right.after.productId ? -1 : 1));
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

function productWrite({ before, after }: Change<Product>): mongo.AnyBulkWriteOperation<ProductDocument> {
  const document = fromProduct(after);
  if (!before) return { insertOne: { document } };
  const shift = shiftOf(before, after);
  if (shift) {
    const taken = places.filter((place) => shift[place] < 0).map((place) => [place, { $gte: -shift[place] }] as const);
    return {
      updateOne: {
        filter: { _id: document._id, ...Object.fromEntries(taken) },
        update: { $inc: { ...shift, revision: 1 } },
      },
    };
  }
  return { replaceOne: { filter: { _id: document._id, revision: before.revision }, replacement: document } };
}

// State and epoch together never come back once they changed, so they serve as a revision.
function reservationWrite({ before, after }: Change<Reservation>): mongo.AnyBulkWriteOperation<ReservationDocument> {
  const document = fromReservation(after);
  if (!before) return { insertOne: { document } };
  const filter = { _id: document._id, state: before.state, epoch: before.epoch };
  return { replaceOne: { filter, replacement: document } };
}

const countUpdates = (changes: Change<unknown>[]) => changes.filter(({ before }) => before !== undefined).length;
