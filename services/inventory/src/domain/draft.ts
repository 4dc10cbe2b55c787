import type { Item } from '@orders/proto/items';
import { addMoves, movedUnits, moveUnits, type MovedUnits, type Product, type StockMove } from './product';
import { noReservation, type NoReservation, type Reservation } from './reservation';
import type { CatalogueChange, Operation } from './stock-request';

/** What is stored of everything that a batch of requests touches. */
export interface Snapshot {
  products: ReadonlyMap<string, Product>;
  reservations: ReadonlyMap<string, Reservation>;
  operations: ReadonlyMap<string, Operation>;
}

/**
 * A move stands whatever else was moved since the product was read, as long as no place is left with less than nothing and,
 * where a price was decided with it, name and price are as they were read; a replacement stands only if the product is
 * still as it was read. `before` is the product as it was read, if it existed.
 */
export type ProductChange =
  | { productId: string; before: Product; move: MovedUnits; isPriced?: boolean }
  | { productId: string; before: Product | undefined; replace: Product };

export interface ReservationChange {
  before: Reservation | undefined;
  after: Reservation;
}

export interface Changes {
  products: ProductChange[];
  reservations: ReservationChange[];
  operations: Operation[];
  /** For the audit log; absent where the catalogue does not change. */
  audited?: CatalogueChange[];
}

/** The product as it is after the change of what was read. */
export const productAfter = (change: ProductChange): Product =>
  'replace' in change
    ? change.replace
    : { ...moveUnits(change.before, change.move), revision: change.before.revision + 1 };

interface DraftProduct {
  product: Product;
  /** Whether an order's price was decided on it. */
  isPriced: boolean;
  /** The sum of its moves; undefined once more than that has changed. */
  move: MovedUnits | undefined;
}

// Each change has a revision of its own: what one request was answered must not be under the revision of a later one.
const nextRevision = (product: Product): Product => ({ ...product, revision: product.revision + 1 });

/** A snapshot that can be changed: each request of a batch sees what those before it did. */
export function createDraft(snapshot: Snapshot) {
  const products = new Map<string, DraftProduct>();
  const reservations = new Map<string, Reservation>();
  const operations = new Map<string, Operation>();
  const audited: CatalogueChange[] = [];

  const productOf = (productId: string) => products.get(productId)?.product ?? snapshot.products.get(productId);
  const changeOf = ([productId, { product, move, isPriced }]: [string, DraftProduct]): ProductChange => {
    const before = snapshot.products.get(productId);
    if (before && move) return { productId, before, move, ...(isPriced && { isPriced }) };
    return { productId, before, replace: product };
  };

  return {
    product: productOf,
    reservation: (orderId: string): Reservation | NoReservation =>
      reservations.get(orderId) ?? snapshot.reservations.get(orderId) ?? noReservation(orderId),
    operation: (operationId: string) => operations.get(operationId) ?? snapshot.operations.get(operationId),

    moveUnits: ({ productId, quantity }: Item, move: StockMove): void => {
      const product = productOf(productId);
      // A product that someone deleted by hand has no stock to move, and must not hold up its orders.
      if (!product) return;
      const moved = movedUnits(move, quantity);
      const known = products.get(productId);
      const sum = known ? known.move && addMoves(known.move, moved) : moved;
      const isPriced = known?.isPriced === true || move.from === 'available';
      products.set(productId, { product: nextRevision(moveUnits(product, moved)), move: sum, isPriced });
    },
    replaceProduct: (product: Product): Product => {
      const replaced = nextRevision(product);
      products.set(product.productId, { product: replaced, move: undefined, isPriced: false });
      return replaced;
    },
    putReservation: (reservation: Reservation) => void reservations.set(reservation.orderId, reservation),
    putOperation: (operation: Operation) => void operations.set(operation.operationId, operation),
    audit: (change: CatalogueChange) => void audited.push(change),

    changes: (): Changes => ({
      products: [...products].map(changeOf),
      reservations: [...reservations.values()].map((after) => ({
        before: snapshot.reservations.get(after.orderId),
        after,
      })),
      operations: [...operations.values()],
      ...(audited.length > 0 && { audited }),
    }),
  };
}

export type Draft = ReturnType<typeof createDraft>;
