// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface UpdateProductRequest {
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
  'archived'?: (boolean);
  /**
   * Where given, the change is made only to this revision of the product.
   */
  'ifRevision'?: (number);
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
  '_ifRevision'?: "ifRevision";
}

export interface UpdateProductRequestOutput {
  'productId': (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * Makes a retry safe: for a day the same id does it once, and refuses another request.
   */
  'operationId': (string);
  /**
   * As in Product.
   */
  'price'?: (number);
  'description'?: (string);
  'imageUrl'?: (string);
  'archived'?: (boolean);
  /**
   * Where given, the change is made only to this revision of the product.
   */
  'ifRevision'?: (number);
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
  '_ifRevision'?: "ifRevision";
}
