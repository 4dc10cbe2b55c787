import { newProduct, type Product } from '../domain/product';

const demoProducts = [
  {
    productId: 'prod1',
    name: 'Shirt',
    stock: 10,
    price: 1_999,
    description: 'A plain shirt of heavy cotton. It is cut straight, and softer after each wash.',
    imageUrl: '/assets/products/shirt.svg',
  },
  {
    productId: 'prod2',
    name: 'Jeans',
    stock: 5,
    price: 5_990,
    description: 'Five pockets, a straight leg and raw denim that keeps the marks of what you do in it.',
    imageUrl: '/assets/products/jeans.svg',
  },
  {
    productId: 'prod3',
    name: 'Sunglasses',
    stock: 0,
    price: 8_900,
    description: 'Round lenses in a light frame, with full protection from UVA and UVB.',
    imageUrl: '/assets/products/sunglasses.svg',
  },
];

export interface SeedCatalogueNeeds {
  catalogue: {
    isEmpty: () => Promise<boolean>;
    insertMissing: (products: Product[]) => Promise<string[]>;
  };
  now: () => Date;
}

/** Adds the demo products to an empty catalogue; returns how many it added. */
export const createSeedCatalogue =
  ({ catalogue, now }: SeedCatalogueNeeds) =>
  async (): Promise<number> => {
    if (!(await catalogue.isEmpty())) return 0;
    const at = now();
    return (await catalogue.insertMissing(demoProducts.map((product) => newProduct({ ...product, at })))).length;
  };
