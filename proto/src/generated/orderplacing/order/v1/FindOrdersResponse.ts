// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';

export interface FindOrdersResponse {
  'orders'?: (_orderplacing_order_v1_Order)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface FindOrdersResponseOutput {
  'orders': (_orderplacing_order_v1_OrderOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
