import type { CommitOutcome } from '@orders/proto/inventory/v1/CommitOutcome';
import type { HeldReservation as HeldMessage } from '@orders/proto/inventory/v1/HeldReservation';
import type { Product as ProductMessage } from '@orders/proto/inventory/v1/Product';
import type { ReservationState as WireState } from '@orders/proto/inventory/v1/ReservationState';
import type { ReserveOutcome } from '@orders/proto/inventory/v1/ReserveOutcome';
import type { ReserveResult } from '@orders/proto/inventory/v1/ReserveResult';
import type { StockTotals } from '@orders/proto/inventory/v1/StockTotals';
import type { StoredReservation } from '@orders/proto/inventory/v1/StoredReservation';
import { maxStock, type Product } from '../domain/product';
import type { Reservation, StoredState } from '../domain/reservation';
import type { AnswerTo } from '../domain/stock-request';
import type { CataloguedProduct } from '../use-cases/read-catalogue';
import type { ReservationAnswer } from '../use-cases/change-reservations';
import { z } from 'zod';

const maxIds = 1_000;
const maxReservations = 500;
// An order has 100 lines of at most 1,000,000 each, which may all name one product.
const maxQuantity = 100_000_000;

const orderId = z.guid().toLowerCase();
const epoch = z.number().int().min(1);
const productId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'is not 1 to 64 of A-Z a-z 0-9 . _ -');
const name = z.string().min(1).max(100);
const stock = z.number().int().min(0).max(maxStock);
const operationId = z.string().min(1).max(64);

const item = z.object({ productId: z.string().min(1).max(64), quantity: z.number().int().min(1).max(maxQuantity) });
const isOneEach = (items: z.infer<typeof item>[]) => new Set(items.map((each) => each.productId)).size === items.length;

const reservation = z.object({
  orderId,
  items: z.array(item).min(1).max(100).refine(isOneEach, 'names a product twice'),
  bodyHash: z.string().min(1).max(128),
  timeoutMs: z.number().int().min(0),
});

const timestamp = z
  .object({ seconds: z.coerce.number().int(), nanos: z.number().int() })
  .transform(({ seconds, nanos }) => new Date(seconds * 1_000 + Math.floor(nanos / 1_000_000)))
  .refine((date) => !Number.isNaN(date.getTime()), 'is no time');

const moment = z.string().regex(/^\d{0,20}$/, 'is no moment that ListStock named');

/** What each call must look like; its callers have checked it already, but they are not the only ones. */
export const requests = {
  reserve: z.object({ reservations: z.array(reservation).max(maxReservations) }),
  getReservation: z.object({ orderId: z.guid().toLowerCase() }),
  orderIds: z.object({ orderIds: z.array(orderId).max(maxIds) }),
  expire: z.object({ expiries: z.array(z.object({ orderId, epoch })).max(maxIds) }),
  listHeld: z.object({
    heldBefore: timestamp,
    pageSize: z.number().int().min(1).max(1_000),
    pageToken: z.string().max(100),
    readAt: moment,
  }),
  getReservations: z.object({ orderIds: z.array(z.string().max(64)).max(maxIds), readAt: moment }),
  listStock: z.object({
    pageSize: z.number().int().min(1).max(1_000),
    pageToken: z.string().max(64),
    readAt: moment,
  }),
  getProduct: z.object({ productId: z.string().max(64) }),
  createProduct: z.object({ productId, name, stock, operationId }),
  updateProduct: z.object({
    productId: z.string().max(64),
    name: name.optional(),
    stock: stock.optional(),
    operationId,
  }),
  restockProduct: z.object({
    productId: z.string().max(64),
    quantity: z.number().int().min(1).max(maxStock),
    operationId,
  }),
};

const reserveOutcomes: Record<ReservationAnswer['outcome'], ReserveOutcome> = {
  held: 'RESERVE_OUTCOME_HELD',
  differs: 'RESERVE_OUTCOME_DIFFERS',
  closed: 'RESERVE_OUTCOME_CLOSED',
  'out of stock': 'RESERVE_OUTCOME_OUT_OF_STOCK',
  'unknown product': 'RESERVE_OUTCOME_UNKNOWN_PRODUCT',
  'timed out': 'RESERVE_OUTCOME_TIMED_OUT',
};

const commitOutcomes: Record<AnswerTo['commit']['outcome'], CommitOutcome> = {
  committed: 'COMMIT_OUTCOME_COMMITTED',
  released: 'COMMIT_OUTCOME_RELEASED',
  'not held': 'COMMIT_OUTCOME_NOT_HELD',
};

const reservationStates: Record<StoredState, WireState> = {
  held: 'RESERVATION_STATE_HELD',
  committed: 'RESERVATION_STATE_COMMITTED',
  released: 'RESERVATION_STATE_RELEASED',
  expired: 'RESERVATION_STATE_EXPIRED',
};

export const toReserveResult = (answer: ReservationAnswer): ReserveResult => ({
  outcome: reserveOutcomes[answer.outcome],
  ...('epoch' in answer && { epoch: answer.epoch }),
  ...('shortages' in answer && { shortages: answer.shortages }),
  ...('productIds' in answer && { unknownProductIds: answer.productIds }),
});

export const toCommitOutcome = (outcome: AnswerTo['commit']['outcome']): CommitOutcome => commitOutcomes[outcome];

export const toProductMessage = ({ productId, name, available }: CataloguedProduct): ProductMessage => ({
  productId,
  name,
  // Stock that cancelled orders gave back may pass the limit, and the wire holds 32 bits.
  stock: Math.min(available, maxStock),
});

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
  ...(heldAt && { heldAt: toTimestamp(heldAt) }),
});

const toTimestamp = (at: Date) => ({
  seconds: Math.floor(at.getTime() / 1_000),
  nanos: (at.getTime() % 1_000) * 1_000_000,
});
