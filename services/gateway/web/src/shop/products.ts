import type { Api } from '../api/api';
import { ApiError } from '../api/api-error';
import { createValue } from '../state/value';
import { productPath, type Product } from './product';

/** The products that this page has seen, as they were last; `gone` is one that cannot be ordered any more. */
export type KnownProducts = Record<string, Product | 'gone'>;

export interface ProductsPage {
  products: Product[];
  nextCursor: string | null;
}

export interface ProductNeeds {
  api: Api;
  wait: (ms: number) => Promise<void>;
}

interface Item {
  productId: string;
  quantity: number;
}

interface ReadLimits {
  maxReads: number;
  pauseMs: number;
}

/** Reads the catalogue, and keeps what was read for the basket. */
export function createProducts({ api, wait }: ProductNeeds) {
  const known = createValue<KnownProducts>({});
  const keep = (products: KnownProducts) => known.set({ ...known.get(), ...products });

  const readOne = async (productId: string): Promise<Product | 'gone'> => {
    try {
      return (await api<{ product: Product }>(productPath(productId))).product;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'UNKNOWN_PRODUCT') return 'gone';
      throw error;
    }
  };

  const read = async (productIds: string[]) => {
    const products = await Promise.all(productIds.map(readOne));
    keep(Object.fromEntries(productIds.map((id, index) => [id, orderableOr(products[index])])));
    return products;
  };

  return {
    known,
    read,
    readPage: async (search: string, cursor: string | undefined) => {
      const query = new URLSearchParams({ limit: '24', ...(search && { q: search }), ...(cursor && { cursor }) });
      const { products, nextCursor } = await api<ProductsPage>(`/api/products?${query}`);
      keep(Object.fromEntries(products.map((product) => [product.productId, product])));
      return { items: products, nextCursor };
    },
    /** Reads the products of an order until they add up to a total: a read may be a second old. */
    readUntil: async (items: Item[], total: number | undefined, { maxReads, pauseMs }: ReadLimits) => {
      for (let reads = 1; ; reads += 1) {
        const products = await read(items.map(({ productId }) => productId));
        if (total === undefined || reads === maxReads || total === priceOf(items, products)) return;
        await wait(pauseMs);
      }
    },
  };
}

const priceOf = (items: Item[], products: (Product | 'gone')[]) =>
  items.reduce((sum, { quantity }, index) => {
    const product = products[index];
    return sum + (product === undefined || product === 'gone' ? 0 : product.price.amount * quantity);
  }, 0);

// Admins can read archived products, but not order them.
const orderableOr = (product: Product | 'gone' | undefined) =>
  product === undefined || product === 'gone' || product.archived ? 'gone' : product;
