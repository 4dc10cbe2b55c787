// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * Expiry names one reservation attempt; a later one under the same id stays as it is.
 */
export interface Expiry {
  'orderId'?: (string);
  'epoch'?: (number);
}

/**
 * Expiry names one reservation attempt; a later one under the same id stays as it is.
 */
export interface ExpiryOutput {
  'orderId': (string);
  'epoch': (number);
}
