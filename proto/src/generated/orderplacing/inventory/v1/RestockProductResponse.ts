// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Product as _orderplacing_inventory_v1_Product, ProductOutput as _orderplacing_inventory_v1_ProductOutput } from '../../../orderplacing/inventory/v1/Product';

export interface RestockProductResponse {
  'product'?: (_orderplacing_inventory_v1_Product | null);
}

export interface RestockProductResponseOutput {
  'product': (_orderplacing_inventory_v1_ProductOutput | null);
}
