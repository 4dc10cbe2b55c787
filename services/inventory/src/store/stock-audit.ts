import type { Mongo } from '@orders/shared/mongo';
import type { Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { Moment } from '../domain/stock-moment';
import { collectionsOf } from './collections';
import { toProduct, toReservation, type ProductDocument, type ReservationDocument } from './documents';
import { findAt } from './find-at';

export interface TotalsPage {
  afterProductId: string;
  limit: number;
  readAt?: Moment;
}

/** What an audit reads: all of it may be of one moment, so that it fits together on a busy system too. */
export const createStockAudit = (database: Mongo) => ({
  totals: async ({ afterProductId, limit, readAt }: TotalsPage): Promise<{ products: Product[]; readAt: Moment }> => {
    const filter = { _id: { $gt: afterProductId } };
    const query = { collection: 'products', filter, sort: { _id: 1 }, limit, readAt };
    const found = await findAt<ProductDocument>(database, query);
    return { products: found.documents.map(toProduct), readAt: found.readAt };
  },

  reservations: async (orderIds: string[], readAt?: Moment): Promise<Reservation[]> => {
    const filter = { _id: { $in: orderIds } };
    if (readAt === undefined) {
      return (await collectionsOf(database).reservations.find(filter).toArray()).map(toReservation);
    }
    const query = { collection: 'reservations', filter, sort: { _id: 1 }, limit: Math.max(orderIds.length, 1), readAt };
    return (await findAt<ReservationDocument>(database, query)).documents.map(toReservation);
  },
});
