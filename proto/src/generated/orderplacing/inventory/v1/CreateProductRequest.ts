// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface CreateProductRequest {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: the same id does it once.
   */
  'operationId'?: (string);
}

export interface CreateProductRequestOutput {
  'productId': (string);
  'name': (string);
  'stock': (number);
  /**
   * Makes a retry safe: the same id does it once.
   */
  'operationId': (string);
}
