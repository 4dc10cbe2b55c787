import type { Product } from '../domain/product';

/** Names a moment of the database, at which several reads see the same; the database keeps it for five minutes. */
export type Moment = string;

export interface StockPage {
  afterProductId: string;
  limit: number;
  /** Chosen by the database where it is not given. */
  readAt?: Moment;
}

export interface ListStockNeeds {
  listStock: (page: StockPage) => Promise<{ products: Product[]; readAt: Moment }>;
}

export interface ListStock {
  pageSize: number;
  /** The last product of the page before; empty for the first. */
  pageToken: string;
  /** Empty on the first page, which chooses the moment. */
  readAt: Moment;
}

/** A page of all products with where their units are, all pages as of one moment. */
export const createListStock =
  ({ listStock }: ListStockNeeds) =>
  async ({ pageSize, pageToken, readAt }: ListStock) => {
    const page = { afterProductId: pageToken, limit: pageSize + 1 };
    const found = await listStock(readAt === '' ? page : { ...page, readAt });
    const products = found.products.slice(0, pageSize);
    const isLast = found.products.length <= pageSize;
    return { products, readAt: found.readAt, nextPageToken: isLast ? '' : (products.at(-1)?.productId ?? '') };
  };
