// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface CreateProductRequest {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId'?: (string);
  /**
   * As in Product.
   */
  'price'?: (number);
  'description'?: (string);
  'imageUrl'?: (string);
}

export interface CreateProductRequestOutput {
  'productId': (string);
  'name': (string);
  'stock': (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId': (string);
  /**
   * As in Product.
   */
  'price': (number);
  'description': (string);
  'imageUrl': (string);
}
