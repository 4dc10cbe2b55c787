// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';

export interface ExportOrdersResponse {
  /**
   * At most 25.
   */
  'orders'?: (_orderplacing_order_v1_Order)[];
  /**
   * Continues behind these orders.
   */
  'nextPageToken'?: (string);
}

export interface ExportOrdersResponseOutput {
  /**
   * At most 25.
   */
  'orders': (_orderplacing_order_v1_OrderOutput)[];
  /**
   * Continues behind these orders.
   */
  'nextPageToken': (string);
}
