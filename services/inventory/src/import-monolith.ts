import { createHash } from 'node:crypto';
import { runCommand } from '@orders/shared/command';
import { createGroupCommit } from '@orders/shared/group-commit';
import { openImportSource, printImportReport } from '@orders/shared/import-source';
import type { Mongo } from '@orders/shared/mongo';
import { mongo as driver } from 'mongoose';
import { createBackOff } from './back-off';
import { readDatabaseConfig } from './config';
import type { SourceOrder } from './domain/imported';
import type { SourceProduct } from './domain/imported-product';
import { createCatalogueStore } from './store/catalogue-store';
import { createInventoryStore } from './store/inventory-store';
import { createReleaseReservations } from './use-cases/end-reservations';
import { createImportPendingOrders } from './use-cases/import-pending-orders';
import { createImportProducts } from './use-cases/import-products';
import { createReserveStock } from './use-cases/change-reservations';
import { createRunBatch, type EntryAnswer, type StockEntry } from './use-cases/run-batch';
import { createStockDesk } from './use-cases/stock-queue';

type Fields = Record<string, unknown> & { _id: unknown };

const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory` }, async (mongo) => {
  const source = await openImportSource(process.argv.slice(2));
  try {
    const importProducts = createImportProducts({ insertMissing: createCatalogueStore(mongo).insertMissing });
    const products = await importProducts(mapBatches(source.batches<Fields>('inventories'), toSourceProduct));
    const pending = mapBatches(source.batches<Fields>('orders'), toPendingOrders);
    const report = { ...products, reservations: await pendingOrderImport(mongo)(pending) };
    printImportReport(report);
  } finally {
    await source.close();
  }
});

function pendingOrderImport(mongo: Mongo) {
  const runBatch = createRunBatch({
    store: createInventoryStore(mongo),
    now: () => new Date(),
    backOff: createBackOff(Math.random),
    onConflict: () => undefined,
  });
  const desk = createStockDesk(
    createGroupCommit<StockEntry, EntryAnswer>({ commit: runBatch, maxBatch: 128, maxWaiting: 1_000 }),
  );
  return createImportPendingOrders({
    reserveStock: createReserveStock({ desk, countOutcome: () => undefined }),
    releaseReservations: createReleaseReservations(desk),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
}

async function* mapBatches<From, To>(
  batches: AsyncIterable<From[]>,
  map: (document: From) => To[],
): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.flatMap(map);
}

const toSourceProduct = ({ _id, productId, name, stock }: Fields): SourceProduct[] => [
  { productId, name, stock, createdAt: _id instanceof driver.ObjectId ? _id.getTimestamp() : new Date(0) },
];

const toPendingOrders = ({ orderId, userId, items, status }: Fields): SourceOrder[] =>
  status === 'Pending'
    ? [{ orderId, userId: userId instanceof driver.ObjectId ? userId.toHexString() : userId, items }]
    : [];
