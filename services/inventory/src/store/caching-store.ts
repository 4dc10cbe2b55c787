import type { Product } from '../domain/product';
import type { InventoryStore, Keys } from '../use-cases/run-batch';

export interface RememberingStoreNeeds {
  store: InventoryStore;
  monotonicMs: () => number;
}

/** A product as it was last seen, or undefined where others change it too, so that remembering it is no use. */
interface Note {
  product: Product | undefined;
  until: number;
}

// So short that nothing is built on a database that was set back meanwhile.
const rememberedMs = 5_000;
const contestedMs = 1_000;
const maxNotes = 10_000;

/**
 * Spares a batch the read of products that this process has just written: a guess that the guarded write confirms. A
 * product that another replica turns out to change as well is read each time for a while.
 */
export function createRememberingStore({ store, monotonicMs }: RememberingStoreNeeds): Required<InventoryStore> {
  const notes = new Map<string, Note>();

  const noteOf = (productId: string): Note | undefined => {
    const note = notes.get(productId);
    return note && note.until > monotonicMs() ? note : undefined;
  };
  const isContested = (productId: string) => {
    const note = noteOf(productId);
    return note !== undefined && note.product === undefined;
  };
  const put = (productId: string, product: Product | undefined, forMs: number) => {
    notes.delete(productId);
    notes.set(productId, { product, until: monotonicMs() + forMs });
    if (notes.size > maxNotes) for (const oldest of notes.keys()) return void notes.delete(oldest);
  };
  const remember = (products: Iterable<Product>) => {
    for (const product of products) {
      if (!isContested(product.productId)) put(product.productId, product, rememberedMs);
    }
  };
  const seen = (productId: string) => noteOf(productId)?.product;

  const readKnowing = async (keys: Keys, known?: (productId: string) => Product | undefined) => {
    const snapshot = await store.read(keys, known);
    remember(snapshot.products.values());
    return snapshot;
  };

  return {
    read: (keys) => readKnowing(keys),
    glance: (keys) => readKnowing(keys, seen),
    write: async (changes) => {
      const productIds = changes.products.map(({ after }) => after.productId);
      // Until the write is known to stand, what was seen before is no longer sure.
      for (const productId of productIds) notes.delete(productId);
      const result = await store.write(changes);
      if (result === 'written') remember(changes.products.map(({ after }) => after));
      else for (const productId of productIds) put(productId, undefined, contestedMs);
      return result;
    },
  };
}
