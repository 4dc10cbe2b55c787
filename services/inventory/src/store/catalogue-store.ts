import type { Mongo } from '@orders/shared/mongo';
import type { Product } from '../domain/product';
import type { Moment, StockPage } from '../use-cases/list-stock';
import { findAt } from './find-at';
import { fromProduct, productCollection, toProduct, type ProductDocument } from './schemas';

export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

/** Reads the catalogue, and adds products that are not there yet. */
export function createCatalogueStore(database: Mongo) {
  const products = () => database.collection(productCollection);

  return {
    list: async (): Promise<Product[]> => (await products().find().sort({ _id: 1 }).toArray()).map(toProduct),

    find: async (productId: string): Promise<Product | undefined> => {
      const document = await products().findOne({ _id: productId });
      return document ? toProduct(document) : undefined;
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

    isEmpty: async (): Promise<boolean> => (await products().findOne()) === null,

    /** Adds those whose id is free and leaves the others as they are; returns how many it added. */
    insertMissing: async (candidates: Product[]): Promise<number> => {
      if (candidates.length === 0) return 0;
      const writes = candidates.map((product) => {
        const { _id, ...document } = fromProduct(product);
        return { updateOne: { filter: { _id }, update: { $setOnInsert: document }, upsert: true } };
      });
      const { upsertedCount } = await products().bulkWrite(writes, { ordered: false });
      return upsertedCount;
    },
  };
}
