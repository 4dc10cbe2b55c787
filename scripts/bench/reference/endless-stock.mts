// A store that holds nothing and answers at once.
import type { Product } from '../../../services/inventory/src/domain/product.ts';
import type { InventoryStore } from '../../../services/inventory/src/use-cases/run-batch.ts';

const createdAt = new Date(0);
const stock = 1_000_000_000;

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

const productOf = (productId: string): Product => ({
  productId,
  name: productId,
  available: stock,
  held: 0,
  committed: 0,
  initial: stock,
  restocked: 0,
  adjusted: 0,
  revision: 1,
  createdAt,
});
