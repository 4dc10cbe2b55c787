// A store that holds nothing and answers at once.
import type { Product } from '../../../services/inventory/src/domain/product.ts';
import type { InventoryStore } from '../../../services/inventory/src/use-cases/run-batch.ts';
import { productDocument } from '../stores.mts';

/** Knows every product with all the stock one may want, and takes every write. */
export const endlessStock: InventoryStore = {
  read: ({ productIds }) =>
    Promise.resolve({
      products: new Map(productIds.map((productId) => [productId, productOf(productId)])),
      reservations: new Map(),
      operations: new Map(),
    }),
  write: () => Promise.resolve('written'),
};

function productOf(productId: string): Product {
  const { _id, ...facts } = productDocument(productId);
  return { productId: _id, ...facts };
}
