import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { openImportSource, printImportReport, runCommand } from '@orders/shared/command';
import { mongo as driver } from 'mongoose';
import { z } from 'zod';
import { readMigrateConfig } from './config';
import type { ImportedReservation, SourceOrder } from './domain/imported-order';
import { insertImported } from './store/insert-imported';
import { createImportOrders } from './use-cases/import-orders';
import { hashText } from './use-cases/place-order';

type Fields = Record<string, unknown> & { _id: unknown };

const config = readMigrateConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders` }, async (mongo) => {
  const reservations = await readReservations();
  const source = await openImportSource();
  const importOrders = createImportOrders({
    insertMissing: (orders) => insertImported(mongo, orders),
    newOutboxEntry: (kind, at) => ({ id: randomUUID(), kind, at }),
    hash: hashText,
    now: () => new Date(),
  });
  try {
    printImportReport(await importOrders(sourceOrders(source.batches<Fields>('orders')), reservations));
  } finally {
    await source.close();
  }
});

const inventoryReport = z.object({
  reservations: z.array(z.object({ orderId: z.string(), outcome: z.string(), epoch: z.int() })),
});

/** What inventory's import printed, read from stdin. */
async function readReservations(): Promise<Map<string, ImportedReservation>> {
  const report = inventoryReport.safeParse(parseJson(process.stdin.isTTY ? '' : await text(process.stdin)));
  if (!report.success)
    throw new Error("usage: inventory's import-monolith --from <uri> | order's import-monolith --from <uri>");
  return new Map(report.data.reservations.map(({ orderId, ...reservation }) => [orderId, reservation]));
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

async function* sourceOrders(batches: AsyncIterable<Fields[]>): AsyncGenerator<SourceOrder[]> {
  for await (const batch of batches) yield batch.map(toSourceOrder);
}

const toSourceOrder = ({ _id, orderId, userId, items, totalAmount, status }: Fields): SourceOrder => ({
  documentId: String(_id),
  orderId,
  userId: userId instanceof driver.ObjectId ? userId.toHexString() : userId,
  items,
  totalAmount,
  status,
  createdAt: _id instanceof driver.ObjectId ? _id.getTimestamp() : new Date(0),
});
