// Original file: proto/orderplacing/order/v1/order.proto

import type { OrderStatus as _orderplacing_order_v1_OrderStatus, OrderStatusOutput as _orderplacing_order_v1_OrderStatusOutput } from '../../../orderplacing/order/v1/OrderStatus';

/**
 * SettleResult answers the order id at the same place of the request.
 */
export interface SettleResult {
  /**
   * Unspecified where no such order exists.
   */
  'status'?: (_orderplacing_order_v1_OrderStatus);
}

/**
 * SettleResult answers the order id at the same place of the request.
 */
export interface SettleResultOutput {
  /**
   * Unspecified where no such order exists.
   */
  'status': (_orderplacing_order_v1_OrderStatusOutput);
}
