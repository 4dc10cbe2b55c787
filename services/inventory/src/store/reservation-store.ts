import type { Mongo } from '@orders/shared/mongo';
import type { Reservation } from '../domain/reservation';
import type { HeldPage, HeldReservation } from '../use-cases/list-held-reservations';
import type { Moment } from '../use-cases/list-stock';
import { findAt } from './find-at';
import { reservationCollection, toReservation, type ReservationDocument } from './schemas';

export type ReservationStore = ReturnType<typeof createReservationStore>;

// Past this a number says nothing more to an operator, and counting on would cost more than it is worth.
const countedAtMost = 100_000;

/** Reads reservations: by order id, and those that are held. */
export function createReservationStore(database: Mongo) {
  const reservations = () => database.collection(reservationCollection);

  return {
    find: async (orderId: string): Promise<Reservation | undefined> => {
      const document = await reservations().findOne({ _id: orderId });
      return document ? toReservation(document) : undefined;
    },

    /** Those of the given ids that exist, now or at a moment. */
    findMany: async (orderIds: string[], readAt?: Moment): Promise<Reservation[]> => {
      const filter = { _id: { $in: orderIds } };
      if (readAt === undefined) {
        return (await reservations().find(filter).toArray()).map(toReservation);
      }
      const query = {
        collection: reservationCollection.name,
        filter,
        sort: { _id: 1 },
        limit: Math.max(orderIds.length, 1),
        readAt,
      };
      return (await findAt<ReservationDocument>(database, query)).documents.map(toReservation);
    },

    /** Those that have been held since before a time, oldest first. */
    listHeld: async ({ heldBefore, after, limit, readAt }: HeldPage): Promise<HeldReservation[]> => {
      const later = after && {
        $or: [{ heldAt: { $gt: after.heldAt } }, { heldAt: after.heldAt, _id: { $gt: after.orderId } }],
      };
      const filter = { state: 'held' as const, heldAt: { $lt: heldBefore }, ...later };
      const sort = { heldAt: 1, _id: 1 } as const;
      const documents =
        readAt === undefined
          ? await reservations().find(filter).sort(sort).limit(limit).toArray()
          : (
              await findAt<ReservationDocument>(database, {
                collection: reservationCollection.name,
                filter,
                sort,
                limit,
                readAt,
              })
            ).documents;
      return documents.map(({ _id, epoch, heldAt = heldBefore }) => ({ orderId: _id, epoch, heldAt }));
    },

    /** How many are held, and for how long the oldest has been; reads nothing but the index of held ones. */
    countHeld: async (at: Date): Promise<{ count: number; oldestAgeSeconds: number }> => {
      const filter = { state: 'held' as const };
      const [count, oldest] = await Promise.all([
        reservations().countDocuments(filter, { limit: countedAtMost, hint: 'held' }),
        reservations().findOne(filter, { sort: { heldAt: 1, _id: 1 }, projection: { heldAt: 1 }, hint: 'held' }),
      ]);
      return {
        count,
        oldestAgeSeconds: Math.max(0, at.getTime() - (oldest?.heldAt?.getTime() ?? at.getTime())) / 1_000,
      };
    },
  };
}
