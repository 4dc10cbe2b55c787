// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { ImportOutcome as _orderplacing_inventory_v1_ImportOutcome, ImportOutcomeOutput as _orderplacing_inventory_v1_ImportOutcomeOutput } from '../../../orderplacing/inventory/v1/ImportOutcome';

export interface ImportProductsResponse {
  /**
   * At the same places as the request.
   */
  'outcomes'?: (_orderplacing_inventory_v1_ImportOutcome)[];
}

export interface ImportProductsResponseOutput {
  /**
   * At the same places as the request.
   */
  'outcomes': (_orderplacing_inventory_v1_ImportOutcomeOutput)[];
}
