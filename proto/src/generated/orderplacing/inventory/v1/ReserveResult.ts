// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { ReserveOutcome as _orderplacing_inventory_v1_ReserveOutcome, ReserveOutcomeOutput as _orderplacing_inventory_v1_ReserveOutcomeOutput } from '../../../orderplacing/inventory/v1/ReserveOutcome';
import type { Shortage as _orderplacing_inventory_v1_Shortage, ShortageOutput as _orderplacing_inventory_v1_ShortageOutput } from '../../../orderplacing/inventory/v1/Shortage';

/**
 * ReserveResult answers the reservation at the same place of the request.
 */
export interface ReserveResult {
  'outcome'?: (_orderplacing_inventory_v1_ReserveOutcome);
  /**
   * How many times stock was reserved under this order id, where held.
   */
  'epoch'?: (number);
  'shortages'?: (_orderplacing_inventory_v1_Shortage)[];
  'unknownProductIds'?: (string)[];
}

/**
 * ReserveResult answers the reservation at the same place of the request.
 */
export interface ReserveResultOutput {
  'outcome': (_orderplacing_inventory_v1_ReserveOutcomeOutput);
  /**
   * How many times stock was reserved under this order id, where held.
   */
  'epoch': (number);
  'shortages': (_orderplacing_inventory_v1_ShortageOutput)[];
  'unknownProductIds': (string)[];
}
