// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface RestockProductRequest {
  'productId'?: (string);
  'quantity'?: (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId'?: (string);
}

export interface RestockProductRequestOutput {
  'productId': (string);
  'quantity': (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId': (string);
}
