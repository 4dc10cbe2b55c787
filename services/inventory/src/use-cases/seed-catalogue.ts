import { newProduct, type Product } from '../domain/product';

const demoProducts = [
  { productId: 'prod1', name: 'Shirt', stock: 10 },
  { productId: 'prod2', name: 'Jeans', stock: 5 },
  { productId: 'prod3', name: 'Sunglasses', stock: 0 },
];

export interface SeedCatalogueNeeds {
  catalogue: {
    isEmpty: () => Promise<boolean>;
    insertMissing: (products: Product[]) => Promise<number>;
  };
  now: () => Date;
}

/** Adds the demo products to an empty catalogue; returns how many it added. */
export const createSeedCatalogue =
  ({ catalogue, now }: SeedCatalogueNeeds) =>
  async (): Promise<number> => {
    if (!(await catalogue.isEmpty())) return 0;
    const at = now();
    return catalogue.insertMissing(demoProducts.map((product) => newProduct({ ...product, at })));
  };
