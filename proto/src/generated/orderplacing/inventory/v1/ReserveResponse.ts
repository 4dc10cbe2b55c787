// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { ReserveResult as _orderplacing_inventory_v1_ReserveResult, ReserveResultOutput as _orderplacing_inventory_v1_ReserveResultOutput } from '../../../orderplacing/inventory/v1/ReserveResult';

export interface ReserveResponse {
  'results'?: (_orderplacing_inventory_v1_ReserveResult)[];
}

export interface ReserveResponseOutput {
  'results': (_orderplacing_inventory_v1_ReserveResultOutput)[];
}
