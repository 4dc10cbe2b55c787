// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Expiry as _orderplacing_inventory_v1_Expiry, ExpiryOutput as _orderplacing_inventory_v1_ExpiryOutput } from '../../../orderplacing/inventory/v1/Expiry';

export interface ExpireRequest {
  'expiries'?: (_orderplacing_inventory_v1_Expiry)[];
}

export interface ExpireRequestOutput {
  'expiries': (_orderplacing_inventory_v1_ExpiryOutput)[];
}
