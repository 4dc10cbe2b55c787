// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';

export interface FailOrderResponse {
  'order'?: (_orderplacing_order_v1_Order | null);
}

export interface FailOrderResponseOutput {
  'order': (_orderplacing_order_v1_OrderOutput | null);
}
