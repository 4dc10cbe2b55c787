import { createCommandAuditLog } from '@orders/shared/audit-log';
import { randomUUID } from 'node:crypto';
import { composeInventory, type InventoryAdapters } from '@orders/inventory/compose';
import { newProduct, type Product } from '@orders/inventory/domain/product';
import type { RequestKind, RequestOf } from '@orders/inventory/domain/stock-request';
import { inventoryMetrics } from '@orders/inventory/metrics';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { createReservationStore } from '@orders/inventory/store/reservation-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { validateStored } from '@orders/shared/collection';
import type { Mongo } from '@orders/shared/mongo';
import { systemClock } from '@orders/shared/system-clock';
import { silentLog } from '../../support/test-database';

/** A process of the service without its server; several on one database are replicas. */
export function composeReplica(mongo: Mongo, given: Partial<InventoryAdapters> = {}) {
  const conflicts: number[] = [];
  const applicationName = mongo.collection('products').dbName;
  const abandoned = createAbandonedTransactions({ mongo, applicationName, log: silentLog });
  const inventory = composeInventory({
    inventory: createInventoryStore(mongo),
    catalogue: createCatalogueStore(mongo),
    reservations: createReservationStore(mongo),
    currency: 'EUR',
    auditLog: createCommandAuditLog(mongo),
    onConflict: (attempt) => {
      conflicts.push(attempt);
      abandoned.onConflict(attempt);
    },
    metrics: inventoryMetrics,
    log: silentLog,
    random: Math.random,
    ...systemClock,
    ...given,
  });
  return { ...inventory, conflicts };
}

/** A replica that takes one request at a time. */
export function aReplica(mongo: Mongo) {
  const { stockQueue, conflicts } = composeReplica(mongo);
  const submit = async <Kind extends RequestKind>(request: RequestOf<Kind>) =>
    (await stockQueue.submitAll<Kind>([request], Infinity))[0]!;

  return {
    conflicts,
    submit,
    reserve: (orderId: string, quantities: Record<string, number>, bodyHash = 'hash') =>
      submit<'reserve'>({ kind: 'reserve', orderId, items: itemsOf(quantities), bodyHash, currency: 'EUR' }),
    commit: (orderId: string) => submit<'commit'>({ kind: 'commit', orderId }),
    release: (orderId: string) => submit<'release'>({ kind: 'release', orderId }),
    expire: (orderId: string, epoch: number) => submit<'expire'>({ kind: 'expire', orderId, epoch }),
  };
}

export type Replica = ReturnType<typeof aReplica>;

/** Puts a product of its own on the shelf and returns its id. */
export async function aProduct(mongo: Mongo, stock: number): Promise<string> {
  const productId = `product-${randomUUID().slice(0, 13)}`;
  await createCatalogueStore(mongo).insertMissing([
    newProduct({ productId, name: 'A product', stock, at: new Date() }),
  ]);
  return productId;
}

export async function stored(mongo: Mongo, productId: string): Promise<Product> {
  return (await createCatalogueStore(mongo).find(productId))!;
}

/** Rejects where a stored document is not as its collection declares it; returns how many there are. */
export async function validateAllStored(mongo: Mongo): Promise<number> {
  let count = 0;
  for (const definition of inventoryCollections) {
    const documents = await mongo.collection(definition.name).find().toArray();
    for (const document of documents) await validateStored(definition, document);
    count += documents.length;
  }
  return count;
}

const itemsOf = (quantities: Record<string, number>) =>
  Object.entries(quantities).map(([productId, quantity]) => ({ productId, quantity }));
