// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * Shortage is a product of which more was requested than is available.
 */
export interface Shortage {
  'productId'?: (string);
  'requested'?: (number);
  'available'?: (number);
}

/**
 * Shortage is a product of which more was requested than is available.
 */
export interface ShortageOutput {
  'productId': (string);
  'requested': (number);
  'available': (number);
}
