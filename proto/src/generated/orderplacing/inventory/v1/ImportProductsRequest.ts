// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { ImportedProduct as _orderplacing_inventory_v1_ImportedProduct, ImportedProductOutput as _orderplacing_inventory_v1_ImportedProductOutput } from '../../../orderplacing/inventory/v1/ImportedProduct';

export interface ImportProductsRequest {
  /**
   * At most 500, and each product at most once.
   */
  'products'?: (_orderplacing_inventory_v1_ImportedProduct)[];
}

export interface ImportProductsRequestOutput {
  /**
   * At most 500, and each product at most once.
   */
  'products': (_orderplacing_inventory_v1_ImportedProductOutput)[];
}
