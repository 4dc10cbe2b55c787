import { productAfter } from '../domain/draft';
import type { Product } from '../domain/product';
import type { InventoryStore } from '../use-cases/run-batch';

export interface CachingStoreNeeds {
  store: InventoryStore;
  monotonicMs: () => number;
}

interface CacheEntry {
  /** Undefined while others change the product too, so that caching it would be no use. */
  product: Product | undefined;
  expiresAtMs: number;
}

// So short that no decision rests on a database that was restored to an earlier state meanwhile.
const cachedMs = 5_000;
const contestedMs = 1_000;
const maxEntries = 10_000;

/**
 * Spares a batch the read of products that this process has just written: an assumption that the guarded write verifies. A
 * product whose write met another one is not cached for a while.
 */
export function createCachingStore({ store, monotonicMs }: CachingStoreNeeds): Required<InventoryStore> {
  const entries = new Map<string, CacheEntry>();

  const entryOf = (productId: string): CacheEntry | undefined => {
    const entry = entries.get(productId);
    return entry && entry.expiresAtMs > monotonicMs() ? entry : undefined;
  };
  const isContested = (productId: string) => {
    const entry = entryOf(productId);
    return entry !== undefined && entry.product === undefined;
  };
  const put = (productId: string, product: Product | undefined, forMs: number) => {
    entries.delete(productId);
    entries.set(productId, { product, expiresAtMs: monotonicMs() + forMs });
    if (entries.size > maxEntries) for (const oldest of entries.keys()) return void entries.delete(oldest);
  };
  const cache = (products: Iterable<Product>) => {
    for (const product of products) {
      if (!isContested(product.productId)) put(product.productId, product, cachedMs);
    }
  };
  const cachedProduct = (productId: string) => entryOf(productId)?.product;

  const readAndCache: InventoryStore['read'] = async (keys, cached) => {
    const snapshot = await store.read(keys, cached);
    cache(snapshot.products.values());
    return snapshot;
  };

  return {
    read: (keys) => readAndCache(keys),
    readCached: (keys) => readAndCache(keys, cachedProduct),
    write: async (changes, mayCommit) => {
      const productIds = changes.products.map(({ productId }) => productId);
      // Until the write is known to stand, the cached products are not certain.
      for (const productId of productIds) entries.delete(productId);
      const result = await store.write(changes, mayCommit);
      if (result === 'written') cache(changes.products.map(productAfter));
      else for (const productId of productIds) put(productId, undefined, contestedMs);
      return result;
    },
  };
}
