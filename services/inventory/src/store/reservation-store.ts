import type { Mongo } from '@orders/shared/mongo';
import type { Moment } from '../domain/stock-moment';
import { collectionsOf } from './collections';
import type { ReservationDocument } from './documents';
import { findAt } from './find-at';

/** Where a page begins: after this reservation. */
export interface HeldPosition {
  heldAt: Date;
  orderId: string;
}

export interface HeldPage {
  heldBefore: Date;
  after?: HeldPosition;
  limit: number;
  /** Now, where it is not given. */
  readAt?: Moment;
}

export interface HeldReservation extends HeldPosition {
  epoch: number;
}

/** Reads the reservations that are held since before a time, oldest first. */
export const createHeldReservations =
  (database: Mongo) =>
  async ({ heldBefore, after, limit, readAt }: HeldPage): Promise<HeldReservation[]> => {
    const later = after && {
      $or: [{ heldAt: { $gt: after.heldAt } }, { heldAt: after.heldAt, _id: { $gt: after.orderId } }],
    };
    const filter = { state: 'held' as const, heldAt: { $lt: heldBefore }, ...later };
    const sort = { heldAt: 1, _id: 1 } as const;
    const documents =
      readAt === undefined
        ? await collectionsOf(database).reservations.find(filter).sort(sort).limit(limit).toArray()
        : (await findAt<ReservationDocument>(database, { collection: 'reservations', filter, sort, limit, readAt }))
            .documents;
    return documents.map(({ _id, epoch, heldAt = heldBefore }) => ({ orderId: _id, epoch, heldAt }));
  };
