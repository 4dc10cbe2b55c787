import type { Mongo } from '@orders/shared/mongo';
import { collectionsOf } from './collections';

/** Where a page begins: after this reservation. */
export interface HeldPosition {
  heldAt: Date;
  orderId: string;
}

export interface HeldPage {
  heldBefore: Date;
  after?: HeldPosition;
  limit: number;
}

export interface HeldReservation extends HeldPosition {
  epoch: number;
}

/** Reads the reservations that are held since before a time, oldest first. */
export const createHeldReservations =
  (database: Mongo) =>
  async ({ heldBefore, after, limit }: HeldPage): Promise<HeldReservation[]> => {
    const later = after && {
      $or: [{ heldAt: { $gt: after.heldAt } }, { heldAt: after.heldAt, _id: { $gt: after.orderId } }],
    };
    const documents = await collectionsOf(database)
      .reservations.find({ state: 'held', heldAt: { $lt: heldBefore }, ...later })
      .sort({ heldAt: 1, _id: 1 })
      .limit(limit)
      .toArray();
    return documents.map(({ _id, epoch, heldAt = heldBefore }) => ({ orderId: _id, epoch, heldAt }));
  };
