import { invalidCursor } from '@orders/shared/errors';
import type { CataloguedProduct } from '../domain/product';
import { searchPrefixes, type SearchPrefixes } from '../domain/search-terms';

export interface CataloguePage {
  /** Empty for the first page. */
  afterProductId: string;
  limit: number;
  includeArchived: boolean;
  /** All products where it is not given. */
  search?: SearchPrefixes;
}

export interface ListProductsNeeds {
  catalogue: { list: (page: CataloguePage) => Promise<CataloguedProduct[]> };
}

export interface ListProducts {
  pageSize: number;
  /** From the page before; empty for the first. */
  pageToken: string;
  query: string;
  includeArchived: boolean;
}

/** Answers a page of the catalogue, by product id, and the token of the next page; empty after the last. */
export const createListProducts =
  ({ catalogue }: ListProductsNeeds) =>
  async ({ pageSize, pageToken, query, includeArchived }: ListProducts) => {
    const afterProductId = pageToken === '' ? '' : productIdIn(pageToken);
    const search = searchPrefixes(query);
    // One more than the page holds shows whether there is a next one.
    const page = { afterProductId, limit: pageSize + 1, includeArchived, ...(search && { search }) };
    const found = await catalogue.list(page);
    const products = found.slice(0, pageSize);
    const last = products.at(-1);
    return { products, nextPageToken: found.length > pageSize && last ? tokenOf(last.productId) : '' };
  };

const tokenOf = (productId: string) => Buffer.from(`after ${productId}`).toString('base64url');

function productIdIn(token: string): string {
  const [, productId] = /^after ([A-Za-z0-9._-]{1,64})$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (productId !== undefined) return productId;
  throw invalidCursor();
}
