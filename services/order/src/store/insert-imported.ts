import type { Mongo } from '@orders/shared/mongo';
import { nextRepublishAt } from '../domain/republish-schedule';
import type { ImportedOrder } from '../use-cases/import-orders';
import { insertOrders, type Insertion } from './insert-orders';
import { toDocument, type OrderDocument } from './order-document';

/** Inserts orders of the original system whose ids are free, each answered by itself. */
export async function insertImported(database: Mongo, orders: ImportedOrder[]): Promise<Insertion['outcome'][]> {
  if (orders.length === 0) return [];
  const insertions = await insertOrders(database, orders.map(asDocument));
  return insertions.map(({ outcome }) => outcome);
}

function asDocument(imported: ImportedOrder): OrderDocument {
  const { orderId, ...order } = imported.order;
  if ('takenOver' in imported) return { _id: orderId, ...order, outbox: [], republishes: 0, takenOver: true };
  // A Failed one too: its buyer hears of it through the queue, which may be lost.
  const { publish } = imported;
  return toDocument(imported.order, { publish, republishAt: nextRepublishAt(0, publish.at) });
}
