import type { ReserveOutcome } from './generated/orderplacing/inventory/v1/ReserveOutcome';
import type { ReserveResult, ReserveResultOutput } from './generated/orderplacing/inventory/v1/ReserveResult';

/** A product of which more was requested than is available. */
export interface Shortage {
  productId: string;
  requested: number;
  available: number;
}

/** What inventory decides about the reservation of an order. */
export type ReserveDecision =
  | { outcome: 'held'; epoch: number }
  /** The order id is known with another body. */
  | { outcome: 'differs' }
  /** The order id was released; nothing can be reserved under it again. */
  | { outcome: 'closed' }
  | { outcome: 'out of stock'; shortages: Shortage[] }
  | { outcome: 'unknown product'; productIds: string[] };

/** What Reserve answers: a decision, or none where the deadline passed before one was made. */
export type ReserveAnswer = ReserveDecision | { outcome: 'timed out' };

const wireOutcomes: Record<ReserveAnswer['outcome'], ReserveOutcome> = {
  held: 'RESERVE_OUTCOME_HELD',
  differs: 'RESERVE_OUTCOME_DIFFERS',
  closed: 'RESERVE_OUTCOME_CLOSED',
  'out of stock': 'RESERVE_OUTCOME_OUT_OF_STOCK',
  'unknown product': 'RESERVE_OUTCOME_UNKNOWN_PRODUCT',
  'timed out': 'RESERVE_OUTCOME_TIMED_OUT',
};

/** The answer as messages carry it. */
export const toReserveResult = (answer: ReserveAnswer): ReserveResult => ({
  outcome: wireOutcomes[answer.outcome],
  ...('epoch' in answer && { epoch: answer.epoch }),
  ...('shortages' in answer && { shortages: answer.shortages }),
  ...('productIds' in answer && { unknownProductIds: answer.productIds }),
});

/** The answer that a message carries; undefined where it is unspecified. */
export function fromReserveResult(result: ReserveResultOutput): ReserveAnswer | undefined {
  switch (result.outcome) {
    case 'RESERVE_OUTCOME_HELD':
      return { outcome: 'held', epoch: result.epoch };
    case 'RESERVE_OUTCOME_OUT_OF_STOCK':
      return { outcome: 'out of stock', shortages: result.shortages };
    case 'RESERVE_OUTCOME_UNKNOWN_PRODUCT':
      return { outcome: 'unknown product', productIds: result.unknownProductIds };
    case 'RESERVE_OUTCOME_DIFFERS':
      return { outcome: 'differs' };
    case 'RESERVE_OUTCOME_CLOSED':
      return { outcome: 'closed' };
    case 'RESERVE_OUTCOME_TIMED_OUT':
      return { outcome: 'timed out' };
    case 'RESERVE_OUTCOME_UNSPECIFIED':
      return undefined;
  }
}
