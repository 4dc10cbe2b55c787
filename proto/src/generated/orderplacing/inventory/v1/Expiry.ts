// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * Expiry names one taking of stock; a later one under the same id is left alone.
 */
export interface Expiry {
  'orderId'?: (string);
  'epoch'?: (number);
}

/**
 * Expiry names one taking of stock; a later one under the same id is left alone.
 */
export interface ExpiryOutput {
  'orderId': (string);
  'epoch': (number);
}
