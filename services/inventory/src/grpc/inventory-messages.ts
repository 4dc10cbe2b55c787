import type { CommitOutcome } from '@orders/proto/inventory/v1/CommitOutcome';
import type { HeldReservation as HeldMessage } from '@orders/proto/inventory/v1/HeldReservation';
import type { ImportOutcome as WireImportOutcome } from '@orders/proto/inventory/v1/ImportOutcome';
import type { Product as ProductMessage } from '@orders/proto/inventory/v1/Product';
import type { ReservationState as WireState } from '@orders/proto/inventory/v1/ReservationState';
import type { StockTotals } from '@orders/proto/inventory/v1/StockTotals';
import type { StoredReservation } from '@orders/proto/inventory/v1/StoredReservation';
import { maxOrdersInMessage, mergedItems, productId, wholeNumber, wireMoney } from '@orders/proto/items';
import { maxDescriptionLength, maxImageUrlLength, price } from '@orders/proto/product-fields';
import { text } from '@orders/shared/parse';
import { fromTimestamp, toTimestamp } from '@orders/shared/timestamp';
import { z } from 'zod';
import { maxStock, type CataloguedProduct, type Product } from '../domain/product';
import type { Reservation, StoredState } from '../domain/reservation';
import type { AnswerTo } from '../domain/stock-request';
import type { ImportOutcome } from '../use-cases/import-catalogue';

const maxIds = 1_000;
const maxPageSize = 1_000;
// So many products with the longest descriptions fit into one message.
const maxProducts = 100;
// So many without them.
const maxBriefProducts = 5_000;
const maxImported = 500;
const maxRevisions = 100;

const orderId = z.guid('must be a UUID').toLowerCase();
const name = text(1, 100);
const operationId = z.string().min(1, 'is required').max(64, 'must have at most 64 characters');
const stock = wholeNumber(0, maxStock);
const noneIfEmpty = (revisions: number[]) => (revisions.length === 0 ? undefined : revisions);
const description = text(0, maxDescriptionLength);
// As it was sent: composing letters would name another path.
const imageUrl = z.string().max(maxImageUrlLength, 'must have at most 2,000 characters');
const pageSize = wholeNumber(1, maxPageSize);
const moment = z.string().regex(/^\d{0,20}$/, 'must be a moment that ListStock returned');

const reservation = z.object({
  orderId,
  items: mergedItems,
  bodyHash: z.string().min(1, 'is required').max(128, 'must have at most 128 characters'),
  timeoutMs: z.int().min(0, 'must not be negative'),
  expectedTotal: wireMoney,
});

const time = z
  .object({ seconds: z.coerce.number().int(), nanos: z.number().int() })
  .transform(fromTimestamp)
  .pipe(z.date({ error: 'must be a time' }));

const changedProduct = {
  productId,
  name: name.optional(),
  stock: stock.optional(),
  price: price.optional(),
  description: description.optional(),
  imageUrl: imageUrl.optional(),
  archived: z.boolean().optional(),
};
const importedProducts = z
  .array(z.object(changedProduct))
  .max(maxImported)
  .refine((all) => new Set(all.map((each) => each.productId)).size === all.length, 'must name each product once');

/** What each call must look like; the gateway has checked it already, but it is not the only caller. */
export const requests = {
  reserve: z.object({ reservations: z.array(reservation).max(maxOrdersInMessage) }),
  getReservation: z.object({ orderId }),
  orderIds: z.object({ orderIds: z.array(orderId).max(maxIds) }),
  expire: z.object({ expiries: z.array(z.object({ orderId, epoch: z.int().min(1) })).max(maxIds) }),
  listHeld: z.object({ heldBefore: time, pageSize, pageToken: z.string().max(100), readAt: moment }),
  // The previous release asks for more than are sure to fit into a message.
  getReservations: z.object({ orderIds: z.array(z.string().max(64)).max(maxIds), readAt: moment }),
  listStock: z.object({ pageSize, pageToken: z.string().max(64), readAt: moment }),
  listProducts: z.object({
    // The previous release of the gateway names no size, and expects the whole catalogue.
    pageSize: wholeNumber(0, maxProducts).transform((size) => (size === 0 ? maxBriefProducts : size)),
    pageToken: z.string().max(200),
    query: text(0, 100),
    includeArchived: z.boolean(),
  }),
  getProduct: z.object({ productId }),
  createProduct: z.object({ productId, name, stock, price, description, imageUrl, operationId }),
  updateProduct: z.object({
    ...changedProduct,
    // On the wire an empty list is the same as none.
    ifRevisions: z.array(z.coerce.number().int()).max(maxRevisions).transform(noneIfEmpty).optional(),
    operationId,
  }),
  importProducts: z.object({ products: importedProducts }),
  restockProduct: z.object({ productId, quantity: wholeNumber(1, maxStock), operationId }),
};

export const commitOutcomes: Record<AnswerTo['commit']['outcome'], CommitOutcome> = {
  committed: 'COMMIT_OUTCOME_COMMITTED',
  released: 'COMMIT_OUTCOME_RELEASED',
  'not held': 'COMMIT_OUTCOME_NOT_HELD',
};

export const importOutcomes: Record<ImportOutcome, WireImportOutcome> = {
  created: 'IMPORT_OUTCOME_CREATED',
  updated: 'IMPORT_OUTCOME_UPDATED',
  unchanged: 'IMPORT_OUTCOME_UNCHANGED',
  'name required': 'IMPORT_OUTCOME_NAME_REQUIRED',
};

const reservationStates: Record<StoredState, WireState> = {
  held: 'RESERVATION_STATE_HELD',
  committed: 'RESERVATION_STATE_COMMITTED',
  released: 'RESERVATION_STATE_RELEASED',
  expired: 'RESERVATION_STATE_EXPIRED',
};

export const toProductMessage = ({ available, ...product }: CataloguedProduct): ProductMessage => ({
  ...product,
  stock: stockOf(available),
});

// Stock that cancelled orders gave back may exceed the limit, and the wire holds 32 bits.
const stockOf = (available: number) => Math.min(available, maxStock);

/** Without what the previous release does not show. */
export const toBriefProductMessage = (product: CataloguedProduct): ProductMessage => {
  const { productId, name, available, revision } = product;
  return { productId, name, stock: stockOf(available), revision };
};

export const toTotalsMessage = (product: Product): StockTotals => ({
  productId: product.productId,
  available: product.available,
  held: product.held,
  committed: product.committed,
  initial: product.initial,
  restocked: product.restocked,
  adjusted: product.adjusted,
});

export const toHeldMessage = (held: { orderId: string; epoch: number; heldAt: Date }): HeldMessage => ({
  orderId: held.orderId,
  epoch: held.epoch,
  heldAt: toTimestamp(held.heldAt),
});

export const toReservationMessage = ({ state, heldAt, ...reservation }: Reservation): StoredReservation => ({
  orderId: reservation.orderId,
  items: reservation.items,
  state: reservationStates[state],
  epoch: reservation.epoch,
  updatedAt: toTimestamp(reservation.updatedAt),
  currency: reservation.currency ?? '',
  ...(heldAt && { heldAt: toTimestamp(heldAt) }),
});
