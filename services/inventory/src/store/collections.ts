import type { Mongo } from '@orders/shared/mongo';
import type { OperationDocument, ProductDocument, ReservationDocument } from './documents';

/** The three collections of this service. */
export const collectionsOf = (database: Pick<Mongo, 'collection'>) => ({
  products: database.collection<ProductDocument>('products'),
  reservations: database.collection<ReservationDocument>('reservations'),
  operations: database.collection<OperationDocument>('operations'),
});

export type Collections = ReturnType<typeof collectionsOf>;
