// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';

export interface CancelOrderResponse {
  'order'?: (_orderplacing_order_v1_Order | null);
}

export interface CancelOrderResponseOutput {
  'order': (_orderplacing_order_v1_OrderOutput | null);
}
