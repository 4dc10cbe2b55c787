import { fromWireMoney, type Money, type PricedItem } from './items';
import type { ReserveOutcome, ReserveOutcomeOutput } from './generated/orderplacing/inventory/v1/ReserveOutcome';
import type { ReserveResult, ReserveResultOutput } from './generated/orderplacing/inventory/v1/ReserveResult';

/** A product of which more was requested than is available. */
export interface Shortage {
  productId: string;
  requested: number;
  available: number;
}

/** What inventory decides about the reservation of an order. */
export type ReserveDecision =
  /** Without prices only where inventory is of the previous release. */
  | { outcome: 'held'; epoch: number; priced?: Priced }
  /** The order id is known with another body. */
  | { outcome: 'differs' }
  /** The order id was released; nothing can be reserved under it again. */
  | { outcome: 'closed' }
  | { outcome: 'out of stock'; shortages: Shortage[] }
  | { outcome: 'unknown product'; productIds: string[] }
  /** The order would cost this, which is not what was expected. */
  | { outcome: 'price changed'; total: Money }
  /** The order would cost more than can be calculated exactly. */
  | { outcome: 'total too large' };

/** What was decided together with the stock. */
export interface Priced {
  items: PricedItem[];
  total: Money;
}

/** What Reserve answers: a decision, or none where the deadline passed before one was made; then perhaps certainly nothing was done. */
export type ReserveAnswer = ReserveDecision | { outcome: 'timed out'; nothingDone?: boolean };

const wireOutcomes: Record<ReserveAnswer['outcome'], ReserveOutcome> = {
  held: 'RESERVE_OUTCOME_HELD',
  differs: 'RESERVE_OUTCOME_DIFFERS',
  closed: 'RESERVE_OUTCOME_CLOSED',
  'out of stock': 'RESERVE_OUTCOME_OUT_OF_STOCK',
  'unknown product': 'RESERVE_OUTCOME_UNKNOWN_PRODUCT',
  'price changed': 'RESERVE_OUTCOME_PRICE_CHANGED',
  'total too large': 'RESERVE_OUTCOME_TOTAL_TOO_LARGE',
  'timed out': 'RESERVE_OUTCOME_TIMED_OUT',
};

/** The answer as messages carry it. */
export const toReserveResult = (answer: ReserveAnswer): ReserveResult => ({
  outcome: wireOutcomes[answer.outcome],
  ...('epoch' in answer && { epoch: answer.epoch }),
  ...('shortages' in answer && { shortages: answer.shortages }),
  ...('productIds' in answer && { unknownProductIds: answer.productIds }),
  ...('priced' in answer && answer.priced),
  ...('total' in answer && { total: answer.total }),
  ...('nothingDone' in answer && { nothingDone: answer.nothingDone }),
});

type ReadAnswer = (result: ReserveResultOutput) => ReserveAnswer | undefined;

// Partial, for a later version of inventory may answer what is not known here.
const readAnswer: Partial<Record<ReserveOutcomeOutput, ReadAnswer>> = {
  RESERVE_OUTCOME_UNSPECIFIED: () => undefined,
  RESERVE_OUTCOME_HELD: heldOf,
  RESERVE_OUTCOME_DIFFERS: () => ({ outcome: 'differs' }),
  RESERVE_OUTCOME_CLOSED: () => ({ outcome: 'closed' }),
  RESERVE_OUTCOME_OUT_OF_STOCK: ({ shortages }) => ({ outcome: 'out of stock', shortages }),
  RESERVE_OUTCOME_UNKNOWN_PRODUCT: ({ unknownProductIds: productIds }) => ({ outcome: 'unknown product', productIds }),
  RESERVE_OUTCOME_TIMED_OUT: ({ nothingDone }) => ({ outcome: 'timed out', nothingDone }),
  RESERVE_OUTCOME_PRICE_CHANGED: changedPriceOf,
  RESERVE_OUTCOME_TOTAL_TOO_LARGE: () => ({ outcome: 'total too large' }),
} satisfies Record<ReserveOutcomeOutput, ReadAnswer>;

/** The answer that a message carries; undefined where it is unspecified. */
export const fromReserveResult = (result: ReserveResultOutput): ReserveAnswer | undefined =>
  readAnswer[result.outcome]?.(result);

function heldOf({ epoch, items, total: wireTotal }: ReserveResultOutput): ReserveAnswer {
  const total = fromWireMoney(wireTotal);
  return { outcome: 'held', epoch, ...(total && { priced: { items, total } }) };
}

function changedPriceOf({ total: wireTotal }: ReserveResultOutput): ReserveAnswer | undefined {
  const total = fromWireMoney(wireTotal);
  return total && { outcome: 'price changed', total };
}
