import type { Mongo } from '@orders/shared/mongo';
import { nextRepublishAt } from '../domain/order';
import type { ImportedOrder } from '../use-cases/import-orders';
import { insertOrders, toDocument, type Insertion } from './order-store';
import type { OrderDocument } from './schemas';

/** Inserts orders of the original system whose ids are free, each with an outcome of its own. */
export async function insertImported(mongo: Mongo, orders: ImportedOrder[]): Promise<Insertion['outcome'][]> {
  if (orders.length === 0) return [];
  const insertions = await insertOrders(mongo, orders.map(asDocument));
  return insertions.map(({ outcome }) => outcome);
}

function asDocument(imported: ImportedOrder): OrderDocument {
  const { orderId, ...order } = imported.order;
  if ('isFinal' in imported) return { _id: orderId, ...order, outbox: [], republishes: 0, takenOver: true };
  // A failed one too: its buyer gets the mail through the queue, which may be lost.
  const { publish } = imported;
  return toDocument(imported.order, { publish, republishAt: nextRepublishAt(0, publish.at) });
}
