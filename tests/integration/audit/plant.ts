import { randomUUID } from 'node:crypto';
import type { Finding } from '@orders/processor/audit/audit-facts';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import { requiredVariable, silentLog } from '../../support/test-database';

export interface Databases {
  inventory: Mongo;
  orders: Mongo;
  processor: Mongo;
}

/** A system's own databases, to put something wrong into them. */
export async function openDatabases(prefix: string) {
  const open = async (name: string): Promise<Mongo> => {
    const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}${name}`, log: silentLog });
    await mongo.connect();
    return mongo;
  };
  const [inventory, orders, processor] = await Promise.all(['inventory', 'orders', 'processor'].map(open));
  const databases = { inventory, orders, processor } as Databases;
  const close = () =>
    Promise.all([databases.inventory, databases.orders, databases.processor].map(({ stop }) => stop()));
  return { ...databases, close };
}

/** What a plant may spoil; nothing else does. */
interface Own {
  productId: string;
  /** A Processed order of that product, two pieces. */
  orderId: string;
}

/** Puts one disagreement in; answers the id that the finding must name. */
type Plant = (databases: Databases, own: Own) => Promise<string>;

const hourMs = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hourMs);
const never = () => new Date(Date.now() + 1_000 * hourMs);
const inDocuments = (mongo: Mongo, name: string) => mongo.collection<{ _id: string } & Record<string, unknown>>(name);

const changeProduct = async ({ inventory }: Databases, { productId }: Own, update: object): Promise<string> => {
  await inDocuments(inventory, 'products').updateOne({ _id: productId }, update);
  return productId;
};
const changeOrder = async ({ orders }: Databases, { orderId }: Own, update: object): Promise<string> => {
  await inDocuments(orders, 'orders').updateOne({ _id: orderId }, update);
  return orderId;
};
const changeMail = async ({ processor }: Databases, { orderId }: Own, update: object): Promise<string> => {
  await inDocuments(processor, 'mails').updateOne({ _id: orderId }, update);
  return orderId;
};

/** One disagreement for each rule, which nothing in a running system takes away again. */
export const plants: Record<Finding['rule'], Plant> = {
  'stock-sum': (databases, own) => changeProduct(databases, own, { $inc: { restocked: 1 } }),
  negative: (databases, own) => changeProduct(databases, own, { $set: { available: -1, adjusted: -9 } }),
  'held-sum': (databases, own) => changeProduct(databases, own, { $inc: { available: -1, held: 1 } }),
  'committed-sum': (databases, own) => changeProduct(databases, own, { $inc: { available: -1, committed: 1 } }),
  reservation: async ({ inventory }, { orderId }) => {
    await inDocuments(inventory, 'reservations').updateOne({ _id: orderId }, { $set: { state: 'released' } });
    return orderId;
  },
  price: (databases, own) => changeOrder(databases, own, { $set: { 'total.amount': 1 } }),
  // Its time has not come, so no relay takes it.
  outbox: (databases, own) =>
    changeOrder(databases, own, { $set: { outbox: [{ id: randomUUID(), kind: 'release', at: never() }] } }),
  mail: async ({ processor }, { orderId }) => {
    await inDocuments(processor, 'mails').deleteOne({ _id: orderId });
    return orderId;
  },
  delivery: async ({ processor }, { orderId }) => {
    await inDocuments(processor, 'webhook_deliveries').deleteOne({ orderId });
    return orderId;
  },
  'pending-too-old': async (databases, own) => {
    await changeMail(databases, own, { $set: { state: 'owed', owedAt: new Date(), leaseUntil: never() } });
    return changeOrder(databases, own, { $set: { status: 'Pending', createdAt: ago(1), republishAt: never() } });
  },
  // No relay takes one of another kind than it knows.
  'outbox-too-old': (databases, own) =>
    changeOrder(databases, own, { $set: { outbox: [{ id: randomUUID(), kind: 'unknown', at: ago(1) }] } }),
  'mail-too-old': (databases, own) =>
    changeMail(databases, own, { $set: { state: 'owed', owedAt: ago(2), leaseUntil: never() } }),
  'held-too-old': async (databases, { productId }) => {
    const orderId = randomUUID();
    await inDocuments(databases.inventory, 'reservations').insertOne({
      _id: orderId,
      items: [{ productId, quantity: 1 }],
      bodyHash: 'hash',
      state: 'held',
      epoch: 1,
      heldAt: ago(2),
      updatedAt: ago(2),
    });
    await changeProduct(databases, { productId, orderId }, { $inc: { available: -1, held: 1 } });
    return orderId;
  },
};
