/** A product and where its pieces are. */
export interface Product {
  productId: string;
  name: string;
  /** What can still be ordered. */
  available: number;
  /** Taken by reservations whose order is not settled yet. */
  held: number;
  /** Taken for good. */
  committed: number;
  /** Stock at the start. */
  initial: number;
  /** All that was added since. */
  restocked: number;
  /** What setting the stock by hand added or took away. */
  adjusted: number;
  /** Grows with each write, so that a write can tell whether another one came between. */
  revision: number;
  createdAt: Date;
}

export const maxStock = 1_000_000_000;

export interface StockMove {
  from: 'available' | 'held' | 'committed';
  to: 'available' | 'held' | 'committed';
}

/** A product that was never written. */
export const newProduct = (facts: { productId: string; name: string; stock: number; at: Date }): Product => ({
  productId: facts.productId,
  name: facts.name,
  available: facts.stock,
  held: 0,
  committed: 0,
  initial: facts.stock,
  restocked: 0,
  adjusted: 0,
  revision: 0,
  createdAt: facts.at,
});

/** Pieces go from one place to another; none appear, none vanish. */
export const moveStock = (product: Product, { from, to }: StockMove, quantity: number): Product => ({
  ...product,
  [from]: product[from] - quantity,
  [to]: product[to] + quantity,
});

type Place = StockMove['from'];
export const places = ['available', 'held', 'committed'] as const satisfies Place[];

/**
 * How many pieces come to each place, or go from it, where a change does nothing but move them: it then fits whatever else is
 * moved meanwhile, as long as no place is left with less than nothing. Undefined where it does more.
 */
export function shiftOf(before: Product | undefined, after: Product): Record<Place, number> | undefined {
  if (!before || facts.some((fact) => before[fact] !== after[fact])) return undefined;
  return {
    available: after.available - before.available,
    held: after.held - before.held,
    committed: after.committed - before.committed,
  };
}

// With these alike the pieces are as many as before.
const facts = ['name', 'initial', 'restocked', 'adjusted'] as const;

/** New pieces that can be ordered. */
export const restock = (product: Product, quantity: number): Product => ({
  ...product,
  available: product.available + quantity,
  restocked: product.restocked + quantity,
});

/** Sets what can be ordered; the difference is booked, so that the sum stays explainable. */
export const adjustStock = (product: Product, stock: number): Product => ({
  ...product,
  available: stock,
  adjusted: product.adjusted + stock - product.available,
});

/** Whether every piece is accounted for and nothing is negative: what tests hold every stored product against. */
export const isSound = ({ available, held, committed, initial, restocked, adjusted }: Product): boolean =>
  Math.min(available, held, committed) >= 0 && initial + restocked + adjusted === available + held + committed;
