// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface RestockProductRequest {
  'productId'?: (string);
  'quantity'?: (number);
  /**
   * Makes a retry safe: the same id does it once.
   */
  'operationId'?: (string);
}

export interface RestockProductRequestOutput {
  'productId': (string);
  'quantity': (number);
  /**
   * Makes a retry safe: the same id does it once.
   */
  'operationId': (string);
}
