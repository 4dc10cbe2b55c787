import { DomainError } from '@orders/shared/errors';
import type { CataloguedProduct } from '../domain/product';

export interface ReadCatalogueNeeds {
  catalogue: { find: (productId: string) => Promise<CataloguedProduct | undefined> };
}

/** One product, or UNKNOWN_PRODUCT. */
export const createGetProduct =
  ({ catalogue }: ReadCatalogueNeeds) =>
  async (productId: string): Promise<CataloguedProduct> => {
    const product = await catalogue.find(productId);
    if (product) return product;
    throw new DomainError('NOT_FOUND', {
      code: 'UNKNOWN_PRODUCT',
      message: 'a product does not exist',
      details: [{ productId }],
    });
  };
