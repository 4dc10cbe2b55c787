// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { CommitOutcome as _orderplacing_inventory_v1_CommitOutcome, CommitOutcomeOutput as _orderplacing_inventory_v1_CommitOutcomeOutput } from '../../../orderplacing/inventory/v1/CommitOutcome';

/**
 * CommitResponse answers at the same places as the request.
 */
export interface CommitResponse {
  'outcomes'?: (_orderplacing_inventory_v1_CommitOutcome)[];
}

/**
 * CommitResponse answers at the same places as the request.
 */
export interface CommitResponseOutput {
  'outcomes': (_orderplacing_inventory_v1_CommitOutcomeOutput)[];
}
