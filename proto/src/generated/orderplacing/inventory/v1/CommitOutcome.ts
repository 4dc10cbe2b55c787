// Original file: proto/orderplacing/inventory/v1/inventory.proto

/**
 * CommitOutcome is what became of one commit.
 */
export const CommitOutcome = {
  COMMIT_OUTCOME_UNSPECIFIED: 'COMMIT_OUTCOME_UNSPECIFIED',
  COMMIT_OUTCOME_COMMITTED: 'COMMIT_OUTCOME_COMMITTED',
  /**
   * The order was cancelled or failed; nothing was taken.
   */
  COMMIT_OUTCOME_RELEASED: 'COMMIT_OUTCOME_RELEASED',
  /**
   * No stock is held for this id; a correct system never gets here.
   */
  COMMIT_OUTCOME_NOT_HELD: 'COMMIT_OUTCOME_NOT_HELD',
} as const;

/**
 * CommitOutcome is what became of one commit.
 */
export type CommitOutcome =
  | 'COMMIT_OUTCOME_UNSPECIFIED'
  | 0
  | 'COMMIT_OUTCOME_COMMITTED'
  | 1
  /**
   * The order was cancelled or failed; nothing was taken.
   */
  | 'COMMIT_OUTCOME_RELEASED'
  | 2
  /**
   * No stock is held for this id; a correct system never gets here.
   */
  | 'COMMIT_OUTCOME_NOT_HELD'
  | 3

/**
 * CommitOutcome is what became of one commit.
 */
export type CommitOutcomeOutput = typeof CommitOutcome[keyof typeof CommitOutcome]
