// Original file: proto/orderplacing/order/v1/order.proto

import type { SettleResult as _orderplacing_order_v1_SettleResult, SettleResultOutput as _orderplacing_order_v1_SettleResultOutput } from '../../../orderplacing/order/v1/SettleResult';

export interface SettleOrdersResponse {
  'results'?: (_orderplacing_order_v1_SettleResult)[];
}

export interface SettleOrdersResponseOutput {
  'results': (_orderplacing_order_v1_SettleResultOutput)[];
}
