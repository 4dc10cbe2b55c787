import type { AuditedAct } from '@orders/shared/audit-log';
import { importProduct, type ImportDecision, type ImportedProduct } from '../domain/import-product';
import { catalogued, type DescriptionChange, type Product } from '../domain/product';

export type ImportOutcome = ImportDecision['outcome'];

export interface ImportCatalogueNeeds {
  catalogue: {
    findMany: (productIds: string[]) => Promise<Product[]>;
    /** Adds those whose id is free and returns their ids. */
    insertMissing: (products: Product[]) => Promise<string[]>;
    describe: (changes: (DescriptionChange & { productId: string })[]) => Promise<void>;
  };
  auditLog: { recordAll: (acts: AuditedAct[]) => Promise<void> };
  now: () => Date;
}

/**
 * Adds or describes each product; the outcomes are at their places. It does not go through the batches that take stock, which
 * so many products would hold up, and moves no stock.
 */
export const createImportCatalogue =
  (needs: ImportCatalogueNeeds) =>
  async (products: ImportedProduct[]): Promise<ImportOutcome[]> => {
    const outcomes = new Map<string, ImportOutcome>();
    let open = products;
    while (open.length > 0) {
      for (const [productId, outcome] of await importOnce(needs, open)) outcomes.set(productId, outcome);
      // Someone else has just created these, so they are decided again.
      open = open.filter(({ productId }) => !outcomes.has(productId));
    }
    return products.map(({ productId }) => outcomes.get(productId) ?? 'unchanged');
  };

async function importOnce(
  { catalogue, auditLog, now }: ImportCatalogueNeeds,
  products: ImportedProduct[],
): Promise<Map<string, ImportOutcome>> {
  const found = await catalogue.findMany(products.map(({ productId }) => productId));
  const stored = new Map(found.map((product) => [product.productId, product]));
  const at = now();
  const decisions = products.map((product) => importProduct(stored.get(product.productId), product, at));

  // Before the writes, which have no transaction: no change is without its entry, though a crash may leave an entry without one.
  await auditLog.recordAll(decisions.flatMap((decision) => actsOf(decision, stored)));
  const created = await catalogue.insertMissing(decisions.flatMap((each) => ('product' in each ? [each.product] : [])));
  await catalogue.describe(decisions.flatMap((each) => ('change' in each ? [each.change] : [])));
  const isAdded = new Set(created);
  return new Map(
    products.flatMap(({ productId }, index) => {
      const outcome = decisions[index]?.outcome ?? 'unchanged';
      return outcome === 'created' && !isAdded.has(productId) ? [] : [[productId, outcome] as const];
    }),
  );
}

function actsOf(decision: ImportDecision, stored: Map<string, Product>): AuditedAct[] {
  const action = 'product.import';
  if ('product' in decision) {
    return [{ action, subject: decision.product.productId, after: catalogued(decision.product) }];
  }
  if (!('change' in decision)) return [];
  const { productId, ...change } = decision.change;
  const product = stored.get(productId);
  const before = product && catalogued(product);
  return [{ action, subject: productId, ...(before && { before }), after: { ...before, ...change } }];
}
