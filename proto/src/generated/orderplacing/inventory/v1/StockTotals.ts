// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Long } from '@grpc/proto-loader';

/**
 * StockTotals says how many units of a product are in each state, and where they came from.
 */
export interface StockTotals {
  'productId'?: (string);
  'available'?: (number | string | Long);
  'held'?: (number | string | Long);
  'committed'?: (number | string | Long);
  /**
   * Stock at the start.
   */
  'initial'?: (number | string | Long);
  /**
   * All that was added since.
   */
  'restocked'?: (number | string | Long);
  /**
   * What setting the stock by hand added or took away.
   */
  'adjusted'?: (number | string | Long);
}

/**
 * StockTotals says how many units of a product are in each state, and where they came from.
 */
export interface StockTotalsOutput {
  'productId': (string);
  'available': (string);
  'held': (string);
  'committed': (string);
  /**
   * Stock at the start.
   */
  'initial': (string);
  /**
   * All that was added since.
   */
  'restocked': (string);
  /**
   * What setting the stock by hand added or took away.
   */
  'adjusted': (string);
}
