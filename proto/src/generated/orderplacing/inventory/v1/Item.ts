// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * Item is a quantity of one product.
 */
export interface Item {
  'productId'?: (string);
  'quantity'?: (number);
  /**
   * As they were when the stock was taken; not read in requests.
   */
  'name'?: (string);
  'unitPrice'?: (number);
}

/**
 * Item is a quantity of one product.
 */
export interface ItemOutput {
  'productId': (string);
  'quantity': (number);
  /**
   * As they were when the stock was taken; not read in requests.
   */
  'name': (string);
  'unitPrice': (number);
}
