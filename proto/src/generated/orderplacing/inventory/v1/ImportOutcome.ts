// Original file: proto/orderplacing/inventory/v1/inventory.proto

/**
 * ImportOutcome is what became of one imported product.
 */
export const ImportOutcome = {
  IMPORT_OUTCOME_UNSPECIFIED: 'IMPORT_OUTCOME_UNSPECIFIED',
  IMPORT_OUTCOME_CREATED: 'IMPORT_OUTCOME_CREATED',
  IMPORT_OUTCOME_UPDATED: 'IMPORT_OUTCOME_UPDATED',
  /**
   * It was as the import describes it.
   */
  IMPORT_OUTCOME_UNCHANGED: 'IMPORT_OUTCOME_UNCHANGED',
  /**
   * The product is new, and has no name.
   */
  IMPORT_OUTCOME_NAME_REQUIRED: 'IMPORT_OUTCOME_NAME_REQUIRED',
} as const;

/**
 * ImportOutcome is what became of one imported product.
 */
export type ImportOutcome =
  | 'IMPORT_OUTCOME_UNSPECIFIED'
  | 0
  | 'IMPORT_OUTCOME_CREATED'
  | 1
  | 'IMPORT_OUTCOME_UPDATED'
  | 2
  /**
   * It was as the import describes it.
   */
  | 'IMPORT_OUTCOME_UNCHANGED'
  | 3
  /**
   * The product is new, and has no name.
   */
  | 'IMPORT_OUTCOME_NAME_REQUIRED'
  | 4

/**
 * ImportOutcome is what became of one imported product.
 */
export type ImportOutcomeOutput = typeof ImportOutcome[keyof typeof ImportOutcome]
