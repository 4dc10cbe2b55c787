import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { DescriptionChange, Product } from '../domain/product';
import { searchTerms, type SearchPrefixes } from '../domain/search-terms';
import type { CataloguePage } from '../use-cases/list-products';
import type { Moment, StockPage } from '../use-cases/list-stock';
import { findAt } from './find-at';
import { fromProduct, productCollection, toProduct, type ProductDocument } from './schemas';
import { searchTermsIn } from './search-terms-store';

export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

// Letters that many products begin with are looked up no longer than a caller waits.
const maxSearchMs = 2_000;

/** Reads the catalogue, and adds products that are not there yet. */
export function createCatalogueStore(database: Mongo) {
  const products = () => database.collection(productCollection);

  return {
    /** A page of the catalogue, by product id. */
    list: async ({ afterProductId, limit, includeArchived, search }: CataloguePage): Promise<Product[]> => {
      const visible = includeArchived ? {} : { archived: { $ne: true } };
      const filter = { _id: { $gt: afterProductId }, ...visible, ...(search && termsBegin(search)) };
      const page = products().find(filter, { maxTimeMS: maxSearchMs }).sort({ _id: 1 }).limit(limit);
      return (await page.toArray()).map(toProduct);
    },

    find: async (productId: string): Promise<Product | undefined> => {
      const document = await products().findOne({ _id: productId });
      return document ? toProduct(document) : undefined;
    },

    /** Those of the given ids that exist. */
    findMany: async (productIds: string[]): Promise<Product[]> => {
      const documents = await products()
        .find({ _id: { $in: productIds } })
        .toArray();
      return documents.map(toProduct);
    },

    /** A page of all products, as of the given moment or of one that the database chooses. */
    listStock: async ({
      afterProductId,
      limit,
      readAt,
    }: StockPage): Promise<{ products: Product[]; readAt: Moment }> => {
      const filter = { _id: { $gt: afterProductId } };
      const query = { collection: productCollection.name, filter, sort: { _id: 1 }, limit, readAt };
      const found = await findAt<ProductDocument>(database, query);
      return { products: found.documents.map(toProduct), readAt: found.readAt };
    },

    ...searchTermsIn(products),

    isEmpty: async (): Promise<boolean> => (await products().findOne()) === null,

    ...changesOf(products),
  };
}

const changesOf = (products: () => mongo.Collection<ProductDocument>) => ({
  /** Adds those whose id is free and leaves the others as they are; returns the ids of those that it added. */
  insertMissing: async (candidates: Product[]): Promise<string[]> => {
    if (candidates.length === 0) return [];
    const writes = candidates.map((product) => {
      const { _id, ...document } = fromProduct(product);
      return { updateOne: { filter: { _id }, update: { $setOnInsert: document }, upsert: true } };
    });
    const { upsertedIds } = await products().bulkWrite(writes, { ordered: false });
    return Object.values(upsertedIds) as string[];
  },

  /** Sets what each change names, whatever else happens to the product at the same time. */
  describe: async (changes: (DescriptionChange & { productId: string })[]): Promise<void> => {
    if (changes.length === 0) return;
    const writes = changes.map(({ productId, ...change }) => {
      const terms = change.name === undefined ? {} : { terms: searchTerms({ productId, name: change.name }) };
      const set = Object.entries({ ...change, ...terms }).filter(([, value]) => value !== undefined);
      return {
        updateOne: {
          filter: { _id: productId },
          update: { $set: Object.fromEntries(set), $inc: { revision: 1 } },
        },
      };
    });
    await products().bulkWrite(writes, { ordered: false });
  },
});

/** All words, or the id. Each pattern is the beginning of a term, which the index finds as a range. */
function termsBegin({ words, id }: SearchPrefixes): mongo.Filter<ProductDocument> {
  const all = words.map((word) => ({ terms: new RegExp(`^${word}`) }));
  const either = [
    ...(all.length > 0 ? [{ $and: all }] : []),
    ...(id === undefined ? [] : [{ terms: new RegExp(`^${id.replaceAll('.', '\\.')}`) }]),
  ];
  // Without anything to look for nothing is found.
  return either.length > 0 ? { $or: either } : { _id: { $in: [] } };
}
