// What the bench reads from and writes to the databases of chains past the services.
import { MongoClient, type ChangeStreamUpdateDocument, type Collection } from 'mongodb';
import { Failure } from '../local/system/command.mts';
import { waitUntil } from '../local/system/wait.mts';
import { countWork } from './database-work.mts';

export const productIds = Array.from({ length: 100 }, (_, place) => `bench-${place + 1}`);
export const hotProductId = 'bench-hot';

const stock = 1_000_000_000;

interface OrderDocument {
  _id: string;
  userId: string;
  status: string;
}

/** Opens all databases at one MongoDB. */
export async function openDatabases(mongoUri: string) {
  const client = await MongoClient.connect(mongoUri, { writeConcern: { w: 'majority' } });
  const orders = (prefix: string) => client.db(`${prefix}orders`).collection<OrderDocument>('orders');
  const mails = (prefix: string) => client.db(`${prefix}processor`).collection('mails');
  const deliveries = (prefix: string) => client.db(`${prefix}processor`).collection('webhook_deliveries');

  return {
    client,
    orders,
    addProducts: async (prefix: string): Promise<void> => {
      const products = client.db(`${prefix}inventory`).collection<{ _id: string }>('products');
      await products.insertMany([...productIds, hotProductId].map(productDocument));
    },
    /** Forgets what was placed and is not settled, but for one user, so that no sweep has to look at it. */
    forgetOrders: async (prefix: string, keptUserId: string): Promise<void> => {
      await orders(prefix).deleteMany({ status: 'Pending', userId: { $ne: keptUserId } });
      await client.db(`${prefix}inventory`).collection('reservations').deleteMany({ state: 'held' });
    },
    /** Waits until no order is pending any more. */
    untilSettled: async (prefix: string): Promise<void> => {
      // To look for one costs nothing; to count them all, again and again, would slow what is measured.
      const pending = () => orders(prefix).findOne({ status: 'Pending' }, { projection: { _id: 1 } });
      const isSettled = await waitUntil(async () => (await pending()) === null, { timeoutMs: 180_000, everyMs: 50 });
      if (!isSettled) throw new Failure('orders were still pending after three minutes');
    },
    forgetMails: (prefix: string) => mails(prefix).deleteMany({ state: 'owed' }),
    untilMailed: async (prefix: string, count: number, everyMs = 100): Promise<void> => {
      const isMailed = async () => (await mails(prefix).countDocuments({ state: 'sent' })) >= count;
      if (!(await waitUntil(isMailed, { timeoutMs: 120_000, everyMs })))
        throw new Failure('mails were not sent in two minutes');
    },
    countMailed: (prefix: string) => mails(prefix).countDocuments({ state: 'sent' }),
    /** Its next sign-in brings the role. */
    makeAdmin: (prefix: string, email: string) =>
      client
        .db(`${prefix}auth`)
        .collection('users')
        .updateOne({ email }, { $set: { role: 'admin' } }),
    untilDelivered: async (prefix: string, webhookId: string, count: number): Promise<void> => {
      const delivered = { webhookId, state: 'delivered' };
      const isDone = async () => (await deliveries(prefix).countDocuments(delivered)) >= count;
      if (!(await waitUntil(isDone, { timeoutMs: 120_000 })))
        throw new Failure('deliveries were not sent in two minutes');
    },
    countPendingDeliveries: (prefix: string, webhookId: string) =>
      deliveries(prefix).countDocuments({ webhookId, state: 'pending' }),
    forgetWebhook: async (prefix: string, webhookId: string): Promise<void> => {
      await client.db(`${prefix}processor`).collection<{ _id: string }>('webhooks').deleteOne({ _id: webhookId });
      await deliveries(prefix).deleteMany({ webhookId });
    },
    watchSettled: (prefix: string) => watchSettled(orders(prefix)),
    countWork: (prefix: string) => countWork(client, prefix),
    close: () => client.close(),
  };
}

export type Databases = Awaited<ReturnType<typeof openDatabases>>;

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

const settled = [
  { $match: { operationType: 'update', 'updateDescription.updatedFields.status': 'Processed' } },
  { $project: { documentKey: 1 } },
];

/** Notes when each order was settled, from the outside. */
async function watchSettled(orders: Collection<OrderDocument>) {
  const settledAt = new Map<string, number>();
  const stream = orders.watch<OrderDocument, ChangeStreamUpdateDocument<OrderDocument>>(settled);
  stream.on('change', ({ documentKey }) => void settledAt.set(documentKey._id, performance.now()));
  // A stream that has not asked yet would miss what happens meanwhile.
  await waitUntil(() => stream.resumeToken != null, { timeoutMs: 10_000, everyMs: 10 });
  return {
    settledAt,
    close: async (wanted: number): Promise<void> => {
      await waitUntil(() => settledAt.size >= wanted, { timeoutMs: 10_000, everyMs: 10 });
      await stream.close();
    },
  };
}
