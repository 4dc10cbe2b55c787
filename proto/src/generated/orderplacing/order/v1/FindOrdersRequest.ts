// Original file: proto/orderplacing/order/v1/order.proto

import type { OrderStatus as _orderplacing_order_v1_OrderStatus, OrderStatusOutput as _orderplacing_order_v1_OrderStatusOutput } from '../../../orderplacing/order/v1/OrderStatus';

export interface FindOrdersRequest {
  /**
   * 1 to 500; a page has at most 100, so that it fits into one message.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * Unspecified for all.
   */
  'status'?: (_orderplacing_order_v1_OrderStatus);
  /**
   * Empty for all.
   */
  'userId'?: (string);
  /**
   * Only orders whose id begins so; at least 4 characters, or empty for all.
   */
  'orderIdPrefix'?: (string);
}

export interface FindOrdersRequestOutput {
  /**
   * 1 to 500; a page has at most 100, so that it fits into one message.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
  /**
   * Unspecified for all.
   */
  'status': (_orderplacing_order_v1_OrderStatusOutput);
  /**
   * Empty for all.
   */
  'userId': (string);
  /**
   * Only orders whose id begins so; at least 4 characters, or empty for all.
   */
  'orderIdPrefix': (string);
}
