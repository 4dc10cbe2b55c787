// Original file: proto/orderplacing/order/v1/order.proto

import type { Item as _orderplacing_order_v1_Item, ItemOutput as _orderplacing_order_v1_ItemOutput } from '../../../orderplacing/order/v1/Item';
import type { OrderStatus as _orderplacing_order_v1_OrderStatus, OrderStatusOutput as _orderplacing_order_v1_OrderStatusOutput } from '../../../orderplacing/order/v1/OrderStatus';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';
import type { Money as _orderplacing_order_v1_Money, MoneyOutput as _orderplacing_order_v1_MoneyOutput } from '../../../orderplacing/order/v1/Money';

/**
 * Order is an order as its buyer sees it.
 */
export interface Order {
  /**
   * A uuid.
   */
  'orderId'?: (string);
  'userId'?: (string);
  'items'?: (_orderplacing_order_v1_Item)[];
  /**
   * The sum of the quantities.
   */
  'totalAmount'?: (number);
  'status'?: (_orderplacing_order_v1_OrderStatus);
  /**
   * Why it failed, where it did.
   */
  'reason'?: (string);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  'updatedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Grows with each change of the status.
   */
  'revision'?: (number);
  /**
   * What the items cost together; absent where no prices were decided, so that it costs nothing.
   */
  'total'?: (_orderplacing_order_v1_Money | null);
  '_reason'?: "reason";
}

/**
 * Order is an order as its buyer sees it.
 */
export interface OrderOutput {
  /**
   * A uuid.
   */
  'orderId': (string);
  'userId': (string);
  'items': (_orderplacing_order_v1_ItemOutput)[];
  /**
   * The sum of the quantities.
   */
  'totalAmount': (number);
  'status': (_orderplacing_order_v1_OrderStatusOutput);
  /**
   * Why it failed, where it did.
   */
  'reason'?: (string);
  'createdAt': (_google_protobuf_TimestampOutput | null);
  'updatedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Grows with each change of the status.
   */
  'revision': (number);
  /**
   * What the items cost together; absent where no prices were decided, so that it costs nothing.
   */
  'total': (_orderplacing_order_v1_MoneyOutput | null);
  '_reason'?: "reason";
}
