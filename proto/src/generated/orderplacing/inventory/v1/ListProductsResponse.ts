// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Product as _orderplacing_inventory_v1_Product, ProductOutput as _orderplacing_inventory_v1_ProductOutput } from '../../../orderplacing/inventory/v1/Product';

export interface ListProductsResponse {
  'products'?: (_orderplacing_inventory_v1_Product)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListProductsResponseOutput {
  'products': (_orderplacing_inventory_v1_ProductOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
