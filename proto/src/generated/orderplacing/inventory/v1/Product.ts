// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Product is a product with what can still be ordered of it.
 */
export interface Product {
  'productId'?: (string);
  'name'?: (string);
  'stock'?: (number);
  /**
   * In the minor unit of the shop's currency, 0 to 1,000,000,000.
   */
  'price'?: (number);
  'description'?: (string);
  /**
   * Empty where it has no image.
   */
  'imageUrl'?: (string);
  /**
   * Whether it is hidden from buyers and can no longer be ordered.
   */
  'archived'?: (boolean);
  /**
   * Grows with each change of the product, its stock included.
   */
  'revision'?: (number | string | Long);
}

/**
 * Product is a product with what can still be ordered of it.
 */
export interface ProductOutput {
  'productId': (string);
  'name': (string);
  'stock': (number);
  /**
   * In the minor unit of the shop's currency, 0 to 1,000,000,000.
   */
  'price': (number);
  'description': (string);
  /**
   * Empty where it has no image.
   */
  'imageUrl': (string);
  /**
   * Whether it is hidden from buyers and can no longer be ordered.
   */
  'archived': (boolean);
  /**
   * Grows with each change of the product, its stock included.
   */
  'revision': (string);
}
