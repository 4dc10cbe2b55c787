// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { StockTotals as _orderplacing_inventory_v1_StockTotals, StockTotalsOutput as _orderplacing_inventory_v1_StockTotalsOutput } from '../../../orderplacing/inventory/v1/StockTotals';

export interface ListStockResponse {
  'products'?: (_orderplacing_inventory_v1_StockTotals)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
  /**
   * The moment that all pages are of.
   */
  'readAt'?: (string);
}

export interface ListStockResponseOutput {
  'products': (_orderplacing_inventory_v1_StockTotalsOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
  /**
   * The moment that all pages are of.
   */
  'readAt': (string);
}
