// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { ReserveOutcome as _orderplacing_inventory_v1_ReserveOutcome, ReserveOutcomeOutput as _orderplacing_inventory_v1_ReserveOutcomeOutput } from '../../../orderplacing/inventory/v1/ReserveOutcome';
import type { Shortage as _orderplacing_inventory_v1_Shortage, ShortageOutput as _orderplacing_inventory_v1_ShortageOutput } from '../../../orderplacing/inventory/v1/Shortage';
import type { Item as _orderplacing_inventory_v1_Item, ItemOutput as _orderplacing_inventory_v1_ItemOutput } from '../../../orderplacing/inventory/v1/Item';
import type { Money as _orderplacing_inventory_v1_Money, MoneyOutput as _orderplacing_inventory_v1_MoneyOutput } from '../../../orderplacing/inventory/v1/Money';

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
  /**
   * Where held: with the names and prices that were decided together with the stock. A repeated request gets those of the first.
   */
  'items'?: (_orderplacing_inventory_v1_Item)[];
  /**
   * What the order costs where held, or would cost where the price changed.
   */
  'total'?: (_orderplacing_inventory_v1_Money | null);
  /**
   * Where it timed out: whether it is certain that nothing was done for it.
   */
  'nothingDone'?: (boolean);
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
  /**
   * Where held: with the names and prices that were decided together with the stock. A repeated request gets those of the first.
   */
  'items': (_orderplacing_inventory_v1_ItemOutput)[];
  /**
   * What the order costs where held, or would cost where the price changed.
   */
  'total': (_orderplacing_inventory_v1_MoneyOutput | null);
  /**
   * Where it timed out: whether it is certain that nothing was done for it.
   */
  'nothingDone': (boolean);
}
