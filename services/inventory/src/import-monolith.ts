import { createCommandAuditLog } from '@orders/shared/audit-log';
import { createHash } from 'node:crypto';
import { openImportSource, printImportReport, runCommand } from '@orders/shared/command';
import { createLog } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import { systemClock } from '@orders/shared/system-clock';
import { mongo as driver } from 'mongoose';
import { composeInventory } from './compose';
import { readImportConfig } from './config';
import type { SourceOrder, SourceProduct } from './domain/imported';
import { inventoryMetrics } from './metrics';
import { createCatalogueStore } from './store/catalogue-store';
import { createInventoryStore } from './store/inventory-store';
import { createReservationStore } from './store/reservation-store';
import { createImportPendingOrders } from './use-cases/import-pending-orders';
import { createImportProducts } from './use-cases/import-products';

type Fields = Record<string, unknown> & { _id: unknown };

const config = readImportConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory` }, async (mongo) => {
  const source = await openImportSource();
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
  const { useCases } = composeInventory({
    inventory: createInventoryStore(mongo),
    catalogue: createCatalogueStore(mongo),
    reservations: createReservationStore(mongo),
    currency: config.CURRENCY,
    auditLog: createCommandAuditLog(mongo),
    onConflict: () => undefined,
    metrics: inventoryMetrics,
    log: createLog({ service: 'inventory', level: 'silent', directory: '' }),
    random: Math.random,
    ...systemClock,
  });
  return createImportPendingOrders({
    ...useCases,
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
  {
    documentId: String(_id),
    productId,
    name,
    stock,
    createdAt: _id instanceof driver.ObjectId ? _id.getTimestamp() : new Date(0),
  },
];

const toPendingOrders = ({ orderId, userId, items, status }: Fields): SourceOrder[] =>
  status === 'Pending'
    ? [{ orderId, userId: userId instanceof driver.ObjectId ? userId.toHexString() : userId, items }]
    : [];
