import { searchTerms } from '../domain/search-terms';

/** A product with the search terms that are stored for it; the previous version stores none. */
export interface TermedProduct {
  productId: string;
  name: string;
  terms?: string[];
}

export interface FillSearchTermsNeeds {
  catalogue: {
    /** Some of the products without terms. */
    findWithoutTerms: () => Promise<TermedProduct[]>;
    /** A page of all products, by id; empty after the last. */
    listTerms: (afterProductId: string) => Promise<TermedProduct[]>;
    /** Stores the terms of those that still have the name. */
    putTerms: (products: Required<TermedProduct>[]) => Promise<void>;
  };
}

/** Makes products searchable that the previous version creates, which goes on writing while this one is rolled out. */
export const createFillSearchTerms =
  ({ catalogue }: FillSearchTermsNeeds) =>
  async (): Promise<void> => {
    let products = await catalogue.findWithoutTerms();
    while (products.length > 0) {
      await catalogue.putTerms(products.map(withTerms));
      products = await catalogue.findWithoutTerms();
    }
  };

/** Looks at every product, and so corrects the terms of those that the previous version has renamed, too. */
export const createCheckSearchTerms =
  ({ catalogue }: FillSearchTermsNeeds) =>
  async (): Promise<void> => {
    let products = await catalogue.listTerms('');
    while (products.length > 0) {
      const wrong = products.filter((product) => String(product.terms) !== String(searchTerms(product)));
      if (wrong.length > 0) await catalogue.putTerms(wrong.map(withTerms));
      products = await catalogue.listTerms(products.at(-1)?.productId ?? '');
    }
  };

const withTerms = ({ productId, name }: TermedProduct) => ({
  productId,
  name,
  terms: searchTerms({ productId, name }),
});
