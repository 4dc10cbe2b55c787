import { createMongo } from '@orders/shared/mongo';
import type { Item } from './shop';
import { requiredVariable, silentLog } from './test-database';

export interface StoredProduct {
  _id: string;
  available: number;
  held: number;
  committed: number;
  initial: number;
  restocked: number;
  adjusted: number;
}

export interface StoredReservation {
  _id: string;
  state: 'held' | 'committed' | 'released' | 'expired';
  items: Item[];
}

export interface StoredOrder {
  _id: string;
  userId: string;
  status: string;
  items: Item[];
  outbox: { kind: string }[];
}

export interface StoredMail {
  _id: string;
  state: string;
  attempts: number;
}

export interface StoredDelivery {
  _id: string;
  orderId: string;
  state: string;
}

export interface StoredAuditEntry {
  actor: string;
  action: string;
  subject: string;
  at: Date;
  before?: object;
  after?: object;
}

/** What a system's databases hold, or only what concerns these products. */
export async function readStored(prefix: string, productIds?: string[]) {
  const read = readerOf(prefix);
  const anyOf = (field: string, values: string[] | undefined) => values && { [field]: { $in: values } };
  const ofProducts = anyOf('items.productId', productIds);
  const [products, reservations, documents] = await Promise.all([
    read<StoredProduct>('inventory', 'products', anyOf('_id', productIds)),
    read<StoredReservation>('inventory', 'reservations', ofProducts),
    read<StoredOrder>('orders', 'orders', ofProducts),
  ]);
  const orders = documents.filter(({ status }) => status as unknown);
  const orderIds = productIds && orders.map(({ _id }) => _id);
  const [mails, deliveries] = await Promise.all([
    read<StoredMail>('processor', 'mails', anyOf('_id', orderIds)),
    read<StoredDelivery>('processor', 'webhook_deliveries', anyOf('orderId', orderIds)),
  ]);
  return { products, reservations, orders, mails, deliveries };
}

export type Stored = Awaited<ReturnType<typeof readStored>>;

/** The audit log of the processor. */
export const readAuditLog = (prefix: string) => readerOf(prefix)<StoredAuditEntry>('processor', 'audit_log');

const readerOf =
  (prefix: string) =>
  async <Document>(database: string, collection: string, filter = {}): Promise<Document[]> => {
    const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}${database}`, log: silentLog });
    await mongo.connect();
    try {
      return (await mongo.collection(collection).find(filter).toArray()) as unknown as Document[];
    } finally {
      await mongo.stop();
    }
  };
