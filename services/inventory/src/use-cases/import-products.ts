import { importedProduct, type SourceProduct } from '../domain/imported';
import type { Product } from '../domain/product';

export interface ImportProductsNeeds {
  /** Adds those whose id is free and returns their ids. */
  insertMissing: (products: Product[]) => Promise<string[]>;
}

export interface ProductImportReport {
  imported: number;
  present: number;
  refused: { id: string; reason: string }[];
}

/** Imports a catalogue batch by batch; only inserts, so that a second run resets nothing. */
export const createImportProducts =
  ({ insertMissing }: ImportProductsNeeds) =>
  async (batches: AsyncIterable<SourceProduct[]>): Promise<ProductImportReport> => {
    const report: ProductImportReport = { imported: 0, present: 0, refused: [] };
    const seen = new Set<string>();
    for await (const batch of batches) {
      const products: Product[] = [];
      for (const source of batch) {
        const product = importOnce(source, seen);
        if ('reason' in product)
          report.refused.push({ id: String(source.productId ?? source.documentId), reason: product.reason });
        else products.push(product);
      }
      const imported = (await insertMissing(products)).length;
      report.imported += imported;
      report.present += products.length - imported;
    }
    return report;
  };

function importOnce(source: SourceProduct, seen: Set<string>): Product | { reason: string } {
  const product = importedProduct(source);
  if ('reason' in product) return product;
  if (seen.has(product.productId)) return { reason: 'its id occurs twice; the first one was imported' };
  seen.add(product.productId);
  return product;
}
