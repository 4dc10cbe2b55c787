// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface UpdateProductRequest {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: the same id does it once.
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
   * Makes a retry safe: the same id does it once.
   */
  'operationId': (string);
  '_name'?: "name";
  '_stock'?: "stock";
}
