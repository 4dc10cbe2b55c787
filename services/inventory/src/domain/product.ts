/** How a product is described to buyers. */
export interface ProductDescription {
  name: string;
  /** In the minor unit of the shop's currency. */
  price: number;
  description: string;
  /** Empty where it has no image. */
  imageUrl: string;
  /** Whether it is hidden from buyers and can no longer be ordered. */
  archived: boolean;
}

/** A product and where its units are. */
export interface Product extends ProductDescription {
  productId: string;
  /** What can still be ordered. */
  available: number;
  /** Held by reservations whose order is not settled yet. */
  held: number;
  /** Taken by settled orders. */
  committed: number;
  /** Stock at the start. */
  initial: number;
  /** All units added since. */
  restocked: number;
  /** What setting the stock by hand added or removed. */
  adjusted: number;
  /** Grows with each write, so that a write can tell whether another one happened in between. */
  revision: number;
  createdAt: Date;
}

/** A product as a buyer sees it. */
export type CataloguedProduct = Pick<Product, 'productId' | 'available' | 'revision' | keyof ProductDescription>;

export const maxStock = 1_000_000_000;

/** What a product has that was created without it, or before there was such a field. */
export const descriptionDefaults = { price: 0, description: '', imageUrl: '', archived: false };

export const places = ['available', 'held', 'committed'] as const;
type Place = (typeof places)[number];

/** From where to where units of stock go. */
export interface StockMove {
  from: Place;
  to: Place;
}

/** How many units each place gains or loses; they add up to 0. */
export type MovedUnits = Record<Place, number>;

/** A product that was never written. */
export const newProduct = ({ productId, stock, at, ...description }: NewProduct): Product => ({
  productId,
  ...describe({ name: description.name, ...descriptionDefaults }, description),
  available: stock,
  held: 0,
  committed: 0,
  initial: stock,
  restocked: 0,
  adjusted: 0,
  revision: 0,
  createdAt: at,
});

export interface NewProduct extends DescriptionChange {
  productId: string;
  name: string;
  stock: number;
  at: Date;
}

export type DescriptionChange = { [Field in keyof ProductDescription]?: ProductDescription[Field] | undefined };

/** The product with what the change names; what is absent stays as it is. */
export function describe<Described extends Partial<ProductDescription>>(
  product: Described,
  { name, price, description, imageUrl, archived }: DescriptionChange,
): Described {
  const given = Object.entries({ name, price, description, imageUrl, archived });
  return { ...product, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

/** A product as a buyer sees it. */
export const catalogued = ({
  productId,
  name,
  price,
  description,
  imageUrl,
  archived,
  available,
  revision,
}: Product): CataloguedProduct => ({ productId, name, price, description, imageUrl, archived, available, revision });

export const movedUnits = ({ from, to }: StockMove, quantity: number): MovedUnits => ({
  available: 0,
  held: 0,
  committed: 0,
  [from]: -quantity,
  [to]: quantity,
});

export const addMoves = (left: MovedUnits, right: MovedUnits): MovedUnits => ({
  available: left.available + right.available,
  held: left.held + right.held,
  committed: left.committed + right.committed,
});

/** Units go from one place to another; none appear, none vanish. */
export const moveUnits = (product: Product, moved: MovedUnits): Product => ({
  ...product,
  available: product.available + moved.available,
  held: product.held + moved.held,
  committed: product.committed + moved.committed,
});

/** Adds units that can be ordered. */
export const restock = (product: Product, quantity: number): Product => ({
  ...product,
  available: product.available + quantity,
  restocked: product.restocked + quantity,
});

/** Sets what can be ordered; the difference is recorded, so that the sum stays explainable. */
export const adjustStock = (product: Product, stock: number): Product => ({
  ...product,
  available: stock,
  adjusted: product.adjusted + stock - product.available,
});

/** Whether every unit is accounted for and nothing is negative: tests check every stored product with it. */
export const isSound = ({ available, held, committed, initial, restocked, adjusted }: Product): boolean =>
  Math.min(available, held, committed) >= 0 && initial + restocked + adjusted === available + held + committed;
