// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';

export interface PlacePricedOrderResponse {
  'order'?: (_orderplacing_order_v1_Order | null);
  /**
   * Whether the order was there before this request.
   */
  'replayed'?: (boolean);
}

export interface PlacePricedOrderResponseOutput {
  'order': (_orderplacing_order_v1_OrderOutput | null);
  /**
   * Whether the order was there before this request.
   */
  'replayed': (boolean);
}
