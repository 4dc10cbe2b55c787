export interface Item {
  productId: string;
  quantity: number;
}

/** Each product once, with its quantities added up, sorted, so that bodies that mean the same look the same. */
export function mergeItems(items: Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of items) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((one, other) => (one.productId < other.productId ? -1 : 1));
}

/** The sum of the quantities. */
export const totalOf = (items: Item[]): number => items.reduce((sum, { quantity }) => sum + quantity, 0);
