// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Long } from '@grpc/proto-loader';

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
   * Where given, the change is made only to one of these revisions of the product.
   */
  'ifRevisions'?: (number | string | Long)[];
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
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
   * Where given, the change is made only to one of these revisions of the product.
   */
  'ifRevisions': (string)[];
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
}
