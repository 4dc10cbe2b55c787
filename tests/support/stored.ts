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

/** What a system's databases hold. */
export async function readStored(prefix: string) {
  const read = readerOf(prefix);
  const [products, reservations, documents, mails, deliveries] = await Promise.all([
    read<StoredProduct>('inventory', 'products'),
    read<StoredReservation>('inventory', 'reservations'),
    read<StoredOrder>('orders', 'orders'),
    read<StoredMail>('processor', 'mails'),
    read<StoredDelivery>('processor', 'webhook_deliveries'),
  ]);
  const orders = documents.filter(({ status }) => status as unknown);
  return { products, reservations, orders, mails, deliveries };
}

export type Stored = Awaited<ReturnType<typeof readStored>>;

/** The audit log of the processor. */
export const readAuditLog = (prefix: string) => readerOf(prefix)<StoredAuditEntry>('processor', 'audit_log');

const readerOf =
  (prefix: string) =>
  async <Document>(database: string, collection: string): Promise<Document[]> => {
    const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}${database}`, log: silentLog });
    await mongo.connect();
    try {
      return (await mongo.collection(collection).find().toArray()) as unknown as Document[];
    } finally {
      await mongo.stop();
    }
  };
