// The obvious design: each order takes its stock in a transaction of its own.
import type { Mongo } from '@orders/shared/mongo';
import type {
  ReservationAnswer,
  ReservationRequest,
} from '../../../services/inventory/src/use-cases/change-reservations.ts';

interface ProductDocument {
  _id: string;
  available: number;
}

interface ReservationDocument extends Omit<ReservationRequest, 'deadline'> {
  _id: string;
  state: 'held';
  epoch: number;
  heldAt: Date;
}

/** Guarded updates of the products and the reservation, repeated by the driver where another transaction came first. */
export function createReserveOneByOne({ mongo, now }: { mongo: Mongo; now: () => Date }) {
  const products = () => mongo.collection<ProductDocument>('products');
  const reservations = () => mongo.collection<ReservationDocument>('reservations');

  const reserve = async ({ deadline: _, ...reservation }: ReservationRequest): Promise<ReservationAnswer> => {
    const session = mongo.startSession();
    try {
      return await session.withTransaction(async () => {
        for (const { productId, quantity } of reservation.items) {
          const { modifiedCount } = await products().updateOne(
            { _id: productId, available: { $gte: quantity } },
            { $inc: { available: -quantity, held: quantity, revision: 1 } },
            { session },
          );
          if (modifiedCount === 0) throw new Error('the bench ran out of stock');
        }
        const document = { _id: reservation.orderId, ...reservation, state: 'held' as const, epoch: 1, heldAt: now() };
        await reservations().insertOne(document, { session });
        return { outcome: 'held', epoch: 1 } as const;
      });
    } finally {
      await session.endSession();
    }
  };
  return (requests: ReservationRequest[]) => Promise.all(requests.map(reserve));
}
