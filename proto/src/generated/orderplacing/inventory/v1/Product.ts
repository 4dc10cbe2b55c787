// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * Product is a product with what can still be ordered of it.
 */
export interface Product {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
}

/**
 * Product is a product with what can still be ordered of it.
 */
export interface ProductOutput {
  'productId': (string);
  'name': (string);
  'stock': (number);
}
