import type { Mongo } from '@orders/shared/mongo';
import type { Reservation } from '../domain/reservation';
import { collectionsOf } from './collections';
import { toReservation } from './documents';

/** Reads what is kept under one order id, whatever its state. */
export const createFindReservation =
  (database: Mongo) =>
  async (orderId: string): Promise<Reservation | undefined> => {
    const document = await collectionsOf(database).reservations.findOne({ _id: orderId });
    return document ? toReservation(document) : undefined;
  };
