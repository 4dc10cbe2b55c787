import type { CommitOutcome } from '@orders/proto/inventory/v1/CommitOutcome';
import type { HeldReservation as HeldMessage } from '@orders/proto/inventory/v1/HeldReservation';
import type { Product as ProductMessage } from '@orders/proto/inventory/v1/Product';
import type { ReserveOutcome } from '@orders/proto/inventory/v1/ReserveOutcome';
import type { ReserveResult } from '@orders/proto/inventory/v1/ReserveResult';
import { maxStock } from '../domain/product';
import type { AnswerTo } from '../domain/stock-request';
import type { CataloguedProduct } from '../use-cases/read-catalogue';
import type { ReservationAnswer } from '../use-cases/reserve-stock';

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

export const toHeldMessage = (held: { orderId: string; epoch: number; heldAt: Date }): HeldMessage => ({
  orderId: held.orderId,
  epoch: held.epoch,
  heldAt: {
    seconds: Math.floor(held.heldAt.getTime() / 1_000),
    nanos: (held.heldAt.getTime() % 1_000) * 1_000_000,
  },
});
