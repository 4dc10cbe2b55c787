// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface UpdateProductRequest {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId'?: (string);
  '_name'?: "name";
  '_stock'?: "stock";
}

export interface UpdateProductRequestOutput {
  'productId': (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId': (string);
  '_name'?: "name";
  '_stock'?: "stock";
}
