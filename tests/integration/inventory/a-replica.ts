import { randomUUID } from 'node:crypto';
import { createBackOff } from '@orders/inventory/back-off';
import type { Product } from '@orders/inventory/domain/product';
import { newProduct } from '@orders/inventory/domain/product';
import type { RequestKind, RequestOf } from '@orders/inventory/domain/stock-request';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { createRememberingStore } from '@orders/inventory/store/caching-store';
import { createRunBatch, type EntryAnswer, type StockEntry } from '@orders/inventory/use-cases/run-batch';
import { createStockDesk } from '@orders/inventory/use-cases/stock-queue';
import { createGroupCommit } from '@orders/shared/group-commit';
import type { Mongo } from '@orders/shared/mongo';
import { silentLog } from '../../support/test-database';

/** What one process of the service is made of, without the wire; several on one database are replicas. */
export function aReplica(mongo: Mongo) {
  const conflicts: number[] = [];
  const applicationName = mongo.collection('products').dbName;
  const abandoned = createAbandonedTransactions({ mongo, applicationName, log: silentLog });
  const runBatch = createRunBatch({
    store: createRememberingStore({ store: createInventoryStore(mongo), monotonicMs: () => performance.now() }),
    now: () => new Date(),
    backOff: createBackOff(Math.random),
    onConflict: (attempt) => {
      conflicts.push(attempt);
      abandoned.onConflict(attempt);
    },
  });
  const desk = createStockDesk(
    createGroupCommit<StockEntry, EntryAnswer>({ commit: runBatch, maxBatch: 128, maxWaiting: 2_000 }),
  );
  const ask = async <Kind extends RequestKind>(request: RequestOf<Kind>) =>
    (await desk.askAll<Kind>([request], Infinity))[0]!;

  return {
    conflicts,
    ask,
    reserve: (orderId: string, quantities: Record<string, number>, bodyHash = 'hash') =>
      ask<'reserve'>({ kind: 'reserve', orderId, items: itemsOf(quantities), bodyHash }),
    commit: (orderId: string) => ask<'commit'>({ kind: 'commit', orderId }),
    release: (orderId: string) => ask<'release'>({ kind: 'release', orderId }),
    expire: (orderId: string, epoch: number) => ask<'expire'>({ kind: 'expire', orderId, epoch }),
  };
}

export type Replica = ReturnType<typeof aReplica>;

/** Puts a product of its own on the shelf and answers its id. */
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

const itemsOf = (quantities: Record<string, number>) =>
  Object.entries(quantities).map(([productId, quantity]) => ({ productId, quantity }));
