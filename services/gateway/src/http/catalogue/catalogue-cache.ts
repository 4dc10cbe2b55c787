import { LRUCache } from 'lru-cache';
import type { OrderClient } from '../../clients/order-client';

const keptMs = 1_000;
const maxKept = 200;
// So often in a second orders make the cache forget; more of them show in the catalogue within a second anyway.
const maxForgottenPerSecond = 20;

/**
 * Answers of inventory about the catalogue, each for a second, so that a crowd of readers takes nothing from the orders.
 * Readers who come at the same time share one call.
 */
export function createCatalogueCache(monotonicMs: () => number) {
  const kept = new LRUCache<string, Promise<unknown>>({
    max: maxKept,
    ttl: keptMs,
    perf: { now: monotonicMs },
    ttlResolution: 0,
  });
  let second = { startedAt: -Infinity, forgotten: 0 };

  const hasBudget = () => {
    if (monotonicMs() - second.startedAt >= 1_000) second = { startedAt: monotonicMs(), forgotten: 0 };
    second.forgotten += 1;
    return second.forgotten <= maxForgottenPerSecond;
  };

  const changingStock = async <T>(change: () => Promise<T>): Promise<T> => {
    try {
      return await change();
    } finally {
      if (hasBudget()) kept.clear();
    }
  };

  return {
    read: <T>(key: string, ask: () => Promise<T>): Promise<T> => {
      const known = kept.get(key) as Promise<T> | undefined;
      if (known) return known;
      const asked = ask();
      kept.set(key, asked);
      asked.catch(() => {
        if (kept.get(key) === asked) kept.delete(key);
      });
      return asked;
    },

    /** Makes the change, after which every read sees it: also where its outcome is not known. */
    changing: async <T>(change: () => Promise<T>): Promise<T> => {
      try {
        return await change();
      } finally {
        kept.clear();
      }
    },

    /** The same orders, but a buyer who places or cancels one sees what is left after it. */
    following: (orders: OrderClient): OrderClient => ({
      ...orders,
      placeOrder: (order) => changingStock(() => orders.placeOrder(order)),
      cancelOrder: (order) => changingStock(() => orders.cancelOrder(order)),
    }),
  };
}

export type CatalogueCache = ReturnType<typeof createCatalogueCache>;
