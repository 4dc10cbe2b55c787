import { InventoryService } from '@orders/proto';
import type { ImportOutcomeOutput } from '@orders/proto/inventory/v1/ImportOutcome';
import type { ProductOutput } from '@orders/proto/inventory/v1/Product';
import type { ReservationStateOutput } from '@orders/proto/inventory/v1/ReservationState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { createListAuditEntries } from './audit-entries';
import { isoTime, textOrNull } from './from-wire';

/** A product; its price is in the minor unit of the shop's currency. */
export interface Product {
  productId: string;
  name: string;
  description: string;
  imageUrl: string | null;
  price: number;
  stock: number;
  archived: boolean;
  revision: number;
}

/** What a change of a product names; an image URL of null removes it. */
type ProductChange = {
  [Field in keyof Omit<Product, 'productId' | 'revision'>]?: Product[Field] | undefined;
};

export interface ProductPage {
  limit: number;
  cursor: string;
  query: string;
  includeArchived: boolean;
}

interface Operation {
  operationId: string;
}

/** What an import names of a product. */
export type ImportedProduct = { productId: string } & ProductChange;

export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'name required';

const importOutcomes: Record<ImportOutcomeOutput, ImportOutcome> = {
  // Of a later version: something was done.
  IMPORT_OUTCOME_UNSPECIFIED: 'updated',
  IMPORT_OUTCOME_CREATED: 'created',
  IMPORT_OUTCOME_UPDATED: 'updated',
  IMPORT_OUTCOME_UNCHANGED: 'unchanged',
  IMPORT_OUTCOME_NAME_REQUIRED: 'name required',
};

const reservationStates: Record<ReservationStateOutput, string> = {
  RESERVATION_STATE_UNSPECIFIED: 'unknown',
  RESERVATION_STATE_HELD: 'held',
  RESERVATION_STATE_COMMITTED: 'committed',
  RESERVATION_STATE_RELEASED: 'released',
  RESERVATION_STATE_EXPIRED: 'expired',
};

/** Calls inventory; a change is made once for its operation id, so its retries are safe. */
export function createInventoryClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });

  return {
    listProducts: async ({ limit, cursor, query, includeArchived }: ProductPage) => {
      const page = { pageSize: limit, pageToken: cursor, query, includeArchived };
      const { products, nextPageToken } = await client.unary('ListProducts')(page, requestDeadlineMs);
      return { products: products.map(toProduct), nextCursor: textOrNull(nextPageToken) };
    },
    getProduct: async (productId: string) =>
      productOf(await client.unary('GetProduct')({ productId }, requestDeadlineMs)),
    createProduct: async (
      product: Pick<Product, 'productId' | 'name' | 'stock'> & Omit<ProductChange, 'archived'> & Operation,
    ) => productOf(await client.unary('CreateProduct')(toWire(product), requestDeadlineMs)),
    /** Where revisions are given, only a product at one of them is changed. */
    updateProduct: async (change: { productId: string; ifRevisions?: number[] } & ProductChange & Operation) =>
      productOf(await client.unary('UpdateProduct')(toWire(change), requestDeadlineMs)),
    restockProduct: async (restocked: { productId: string; quantity: number } & Operation) =>
      productOf(await client.unary('RestockProduct')(restocked, requestDeadlineMs)),
    /** What became of each, at its place; importing the same again changes nothing, so a retry is safe. */
    importProducts: async (products: ImportedProduct[]) => {
      const request = { products: products.map(toWire) };
      const { outcomes } = await client.unary('ImportProducts')(request, requestDeadlineMs);
      return outcomes.map((outcome) => importOutcomes[outcome]);
    },
    /** The reservation of an order, for admins; null where there is none. */
    getReservation: async (orderId: string) => {
      const { reservation } = await client.unary('GetReservation')({ orderId }, requestDeadlineMs);
      return (
        reservation && {
          state: reservationStates[reservation.state],
          epoch: reservation.epoch,
          items: reservation.items.map(({ productId, quantity, name, unitPrice }) => ({
            ...{ productId, quantity, name, unitPrice },
          })),
          heldAt: isoTime(reservation.heldAt),
          updatedAt: isoTime(reservation.updatedAt),
        }
      );
    },
    listAuditEntries: createListAuditEntries((page) => client.unary('ListAuditEntries')(page, requestDeadlineMs)),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type InventoryClient = ReturnType<typeof createInventoryClient>;

function productOf({ product }: { product: ProductOutput | null }): Product {
  if (!product) throw new Error('inventory answered without a product');
  return toProduct(product);
}

const toProduct = ({ imageUrl, revision, ...product }: ProductOutput): Product => ({
  ...product,
  imageUrl: textOrNull(imageUrl),
  revision: Number(revision),
});

type OnWire<Change> = { [Field in keyof Change]: Exclude<Change[Field], null | undefined> };

/** The wire takes no undefined fields, and an empty text is no image. */
function toWire<Change extends { imageUrl?: string | null | undefined }>(change: Change): OnWire<Change> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([field, value]) => [field, value ?? ''])) as OnWire<Change>;
}
