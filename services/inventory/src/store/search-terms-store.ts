import type { mongo } from 'mongoose';
import type { TermedProduct } from '../use-cases/fill-search-terms';
import type { ProductDocument } from './schemas';

const batchSize = 500;
const termsOnly = { projection: { name: 1, terms: 1 } };

/** Reads and mends what products are found by. */
export const searchTermsIn = (products: () => mongo.Collection<ProductDocument>) => ({
  // A field that is missing has a place in the index, so that asking for these is cheap where there are none.
  findWithoutTerms: async (): Promise<TermedProduct[]> => {
    const documents = products().find({ terms: { $exists: false } }, termsOnly);
    return (await documents.limit(batchSize).toArray()).map(toTermed);
  },

  listTerms: async (afterProductId: string): Promise<TermedProduct[]> => {
    const documents = products().find({ _id: { $gt: afterProductId } }, termsOnly);
    return (await documents.sort({ _id: 1 }).limit(batchSize).toArray()).map(toTermed);
  },

  /** A name that has changed meanwhile was changed together with its terms, or will be found later. */
  putTerms: async (termed: Required<TermedProduct>[]): Promise<void> => {
    const writes = termed.map(({ productId, name, terms }) => ({
      updateOne: { filter: { _id: productId, name }, update: { $set: { terms } } },
    }));
    await products().bulkWrite(writes, { ordered: false });
  },
});

const toTermed = ({ _id, name, terms }: Pick<ProductDocument, '_id' | 'name' | 'terms'>): TermedProduct => ({
  productId: _id,
  name,
  ...(terms && { terms }),
});
