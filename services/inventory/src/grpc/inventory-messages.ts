import type { CommitOutcome } from '@orders/proto/inventory/v1/CommitOutcome';
import type { HeldReservation as HeldMessage } from '@orders/proto/inventory/v1/HeldReservation';
import type { Product as ProductMessage } from '@orders/proto/inventory/v1/Product';
import type { ReservationState as WireState } from '@orders/proto/inventory/v1/ReservationState';
import type { ReserveOutcome } from '@orders/proto/inventory/v1/ReserveOutcome';
import type { ReserveResult } from '@orders/proto/inventory/v1/ReserveResult';
import type { StockTotals } from '@orders/proto/inventory/v1/StockTotals';
import type { StoredReservation } from '@orders/proto/inventory/v1/StoredReservation';
import { maxStock, type Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { ReservationState } from '../domain/reservation-state';
import type { AnswerTo } from '../domain/stock-request';
import type { CataloguedProduct } from '../use-cases/read-catalogue';
import type { ReservationAnswer } from '../use-cases/change-reservations';

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

const reservationStates: Record<ReservationState, WireState> = {
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
