// Original file: proto/orderplacing/inventory/v1/inventory.proto

/**
 * ReserveOutcome is what became of one reservation.
 */
export const ReserveOutcome = {
  RESERVE_OUTCOME_UNSPECIFIED: 'RESERVE_OUTCOME_UNSPECIFIED',
  /**
   * The stock is held (or committed already, by the same body).
   */
  RESERVE_OUTCOME_HELD: 'RESERVE_OUTCOME_HELD',
  /**
   * The order id is known with another body.
   */
  RESERVE_OUTCOME_DIFFERS: 'RESERVE_OUTCOME_DIFFERS',
  /**
   * The order id was released; nothing can be reserved under it again.
   */
  RESERVE_OUTCOME_CLOSED: 'RESERVE_OUTCOME_CLOSED',
  /**
   * Nothing was taken; `shortages` names every short product.
   */
  RESERVE_OUTCOME_OUT_OF_STOCK: 'RESERVE_OUTCOME_OUT_OF_STOCK',
  /**
   * Nothing was taken; `unknown_product_ids` names them.
   */
  RESERVE_OUTCOME_UNKNOWN_PRODUCT: 'RESERVE_OUTCOME_UNKNOWN_PRODUCT',
  /**
   * It waited past its timeout and was dropped before it was decided.
   */
  RESERVE_OUTCOME_TIMED_OUT: 'RESERVE_OUTCOME_TIMED_OUT',
  /**
   * Nothing was taken: the order would cost `total`, which is not what was expected.
   */
  RESERVE_OUTCOME_PRICE_CHANGED: 'RESERVE_OUTCOME_PRICE_CHANGED',
  /**
   * Nothing was taken: the order would cost more than 2^53 - 1, which cannot be calculated exactly.
   */
  RESERVE_OUTCOME_TOTAL_TOO_LARGE: 'RESERVE_OUTCOME_TOTAL_TOO_LARGE',
} as const;

/**
 * ReserveOutcome is what became of one reservation.
 */
export type ReserveOutcome =
  | 'RESERVE_OUTCOME_UNSPECIFIED'
  | 0
  /**
   * The stock is held (or committed already, by the same body).
   */
  | 'RESERVE_OUTCOME_HELD'
  | 1
  /**
   * The order id is known with another body.
   */
  | 'RESERVE_OUTCOME_DIFFERS'
  | 2
  /**
   * The order id was released; nothing can be reserved under it again.
   */
  | 'RESERVE_OUTCOME_CLOSED'
  | 3
  /**
   * Nothing was taken; `shortages` names every short product.
   */
  | 'RESERVE_OUTCOME_OUT_OF_STOCK'
  | 4
  /**
   * Nothing was taken; `unknown_product_ids` names them.
   */
  | 'RESERVE_OUTCOME_UNKNOWN_PRODUCT'
  | 5
  /**
   * It waited past its timeout and was dropped before it was decided.
   */
  | 'RESERVE_OUTCOME_TIMED_OUT'
  | 6
  /**
   * Nothing was taken: the order would cost `total`, which is not what was expected.
   */
  | 'RESERVE_OUTCOME_PRICE_CHANGED'
  | 7
  /**
   * Nothing was taken: the order would cost more than 2^53 - 1, which cannot be calculated exactly.
   */
  | 'RESERVE_OUTCOME_TOTAL_TOO_LARGE'
  | 8

/**
 * ReserveOutcome is what became of one reservation.
 */
export type ReserveOutcomeOutput = typeof ReserveOutcome[keyof typeof ReserveOutcome]
