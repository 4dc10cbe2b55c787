// What the bench reads from and writes to the databases of chains past the services.
import { MongoClient } from 'mongodb';
import { Failure } from '../local/system/failure.mts';
import { waitUntil } from '../local/system/wait.mts';

export const productIds = Array.from({ length: 100 }, (_, place) => `bench-${place + 1}`);
export const hotProductId = 'bench-hot';

const stock = 1_000_000_000;
const settledWithinMs = 180_000;

export interface OrderDocument {
  _id: string;
  userId: string;
  status: string;
  createdAt: Date;
}

/** Opens all databases at one MongoDB. */
export async function openStores({ mongoUri }: { mongoUri: string }) {
  const client = await MongoClient.connect(mongoUri, { writeConcern: { w: 'majority' } });
  const orders = (prefix: string) => client.db(`${prefix}orders`).collection<OrderDocument>('orders');
  const reservations = (prefix: string) => client.db(`${prefix}inventory`).collection('reservations');

  const countPending = (prefix: string) => orders(prefix).countDocuments({ status: 'Pending' });

  return {
    client,
    orders,
    addProducts: async (prefix: string): Promise<void> => {
      const products = client.db(`${prefix}inventory`).collection<{ _id: string }>('products');
      await products.insertMany([...productIds, hotProductId].map(productDocument));
    },
    /** Forgets what was placed and is not settled, but for one user, so that no sweep has to look at those of earlier rounds. */
    forgetOrders: async (prefix: string, keptUserId: string): Promise<void> => {
      await orders(prefix).deleteMany({ status: 'Pending', userId: { $ne: keptUserId } });
      await reservations(prefix).deleteMany({ state: 'held' });
    },
    countPending,
    /** Waits until no order is pending any more. */
    untilSettled: async (prefix: string): Promise<void> => {
      // To look for one costs nothing; to count them all, again and again, would slow what is measured.
      const isSettled = async () =>
        (await orders(prefix).findOne({ status: 'Pending' }, { projection: { _id: 1 } })) === null;
      if (!(await waitUntil(isSettled, { timeoutMs: settledWithinMs, everyMs: 50 }))) {
        throw new Failure(`${await countPending(prefix)} orders are still pending`);
      }
    },
    countOwing: (prefix: string): Promise<number> => orders(prefix).countDocuments({ 'outbox.at': { $exists: true } }),
    countMails: (prefix: string, state: string): Promise<number> =>
      client.db(`${prefix}processor`).collection('mails').countDocuments({ state }),
    close: () => client.close(),
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;

export const productDocument = (productId: string) => ({
  _id: productId,
  name: productId,
  available: stock,
  held: 0,
  committed: 0,
  initial: stock,
  restocked: 0,
  adjusted: 0,
  revision: 1,
  createdAt: new Date(0),
});
