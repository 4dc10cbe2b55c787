// Original file: proto/orderplacing/order/v1/order.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Money is an amount in the minor unit of a currency.
 */
export interface Money {
  'amount'?: (number | string | Long);
  /**
   * ISO 4217.
   */
  'currency'?: (string);
}

/**
 * Money is an amount in the minor unit of a currency.
 */
export interface MoneyOutput {
  'amount': (string);
  /**
   * ISO 4217.
   */
  'currency': (string);
}
