import type { Product } from '../domain/product';
import type { Moment } from '../domain/stock-moment';

export interface ListStockNeeds {
  readTotals: (page: {
    afterProductId: string;
    limit: number;
    readAt?: Moment;
  }) => Promise<{ products: Product[]; readAt: Moment }>;
}

export interface ListStock {
  pageSize: number;
  /** The last product of the page before; empty for the first. */
  pageToken: string;
  /** Empty on the first page, which chooses the moment. */
  readAt: string;
}

/** A page of all products with where their pieces are, all pages as of one moment. */
export const createListStock =
  ({ readTotals }: ListStockNeeds) =>
  async ({ pageSize, pageToken, readAt }: ListStock) => {
    const page = { afterProductId: pageToken, limit: pageSize + 1 };
    const found = await readTotals(readAt === '' ? page : { ...page, readAt });
    const products = found.products.slice(0, pageSize);
    const isLast = found.products.length <= pageSize;
    return { products, readAt: found.readAt, nextPageToken: isLast ? '' : (products.at(-1)?.productId ?? '') };
  };
