import { describe, newProduct, type DescriptionChange, type Product } from './product';

/** What an import names of a product. */
export interface ImportedProduct extends DescriptionChange {
  productId: string;
  /** Of a new product, 0 by default; the stock of others stays as it is. */
  stock?: number | undefined;
}

export type ImportDecision =
  | { outcome: 'created'; product: Product }
  | { outcome: 'updated'; change: DescriptionChange & { productId: string } }
  | { outcome: 'unchanged' | 'name required' };

/** What an import does with one product. */
export function importProduct(
  stored: Product | undefined,
  { productId, stock = 0, ...description }: ImportedProduct,
  at: Date,
): ImportDecision {
  const { name } = description;
  if (stored) {
    const described = describe(stored, description);
    const changed = Object.entries(described).filter(([field, value]) => stored[field as keyof Product] !== value);
    if (changed.length === 0) return { outcome: 'unchanged' };
    return { outcome: 'updated', change: { productId, ...Object.fromEntries(changed) } };
  }
  if (name === undefined) return { outcome: 'name required' };
  // A revision of 1 is that of every product that was created and never changed.
  const product = { ...newProduct({ productId, stock, at, ...description, name }), revision: 1 };
  return { outcome: 'created', product };
}
