import type { Product } from './product';
import type { Reservation } from './reservation';
import type { Operation } from './stock-request';

/** What is stored of everything that a batch of requests touches. */
export interface Snapshot {
  products: ReadonlyMap<string, Product>;
  reservations: ReadonlyMap<string, Reservation>;
  operations: ReadonlyMap<string, Operation>;
}

/** A document as it was read, if it was there, and as it shall be. */
export interface Change<Document> {
  before: Document | undefined;
  after: Document;
}

export interface Changes {
  products: Change<Product>[];
  reservations: Change<Reservation>[];
  operations: Operation[];
}

/** A snapshot that can be changed: each request of a batch sees what those before it did. */
export function createDraft(snapshot: Snapshot) {
  const products = new Map<string, Product>();
  const reservations = new Map<string, Reservation>();
  const operations = new Map<string, Operation>();

  return {
    product: (productId: string) => products.get(productId) ?? snapshot.products.get(productId),
    reservation: (orderId: string) => reservations.get(orderId) ?? snapshot.reservations.get(orderId),
    operation: (operationId: string) => operations.get(operationId) ?? snapshot.operations.get(operationId),
    putProduct: (product: Product) => void products.set(product.productId, product),
    putReservation: (reservation: Reservation) => void reservations.set(reservation.orderId, reservation),
    putOperation: (operation: Operation) => void operations.set(operation.operationId, operation),

    changes: (): Changes => ({
      products: [...products.values()].map((product) => ({
        before: snapshot.products.get(product.productId),
        after: { ...product, revision: product.revision + 1 },
      })),
      reservations: [...reservations.values()].map((after) => ({
        before: snapshot.reservations.get(after.orderId),
        after,
      })),
      operations: [...operations.values()],
    }),
  };
}

export type Draft = ReturnType<typeof createDraft>;
