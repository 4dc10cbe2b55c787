// Original file: proto/orderplacing/order/v1/order.proto

import type { Item as _orderplacing_order_v1_Item, ItemOutput as _orderplacing_order_v1_ItemOutput } from '../../../orderplacing/order/v1/Item';
import type { Money as _orderplacing_order_v1_Money, MoneyOutput as _orderplacing_order_v1_MoneyOutput } from '../../../orderplacing/order/v1/Money';

export interface PlaceOrderRequest {
  /**
   * Made once for a request; derived from user and idempotency key where there is a key.
   */
  'orderId'?: (string);
  'userId'?: (string);
  /**
   * Each product at most once.
   */
  'items'?: (_orderplacing_order_v1_Item)[];
  /**
   * Whether the client sent an idempotency key, so that an order may exist under this id already.
   */
  'hasIdempotencyKey'?: (boolean);
  /**
   * Where given, an order that would cost something else is not placed.
   */
  'expectedTotal'?: (_orderplacing_order_v1_Money | null);
}

export interface PlaceOrderRequestOutput {
  /**
   * Made once for a request; derived from user and idempotency key where there is a key.
   */
  'orderId': (string);
  'userId': (string);
  /**
   * Each product at most once.
   */
  'items': (_orderplacing_order_v1_ItemOutput)[];
  /**
   * Whether the client sent an idempotency key, so that an order may exist under this id already.
   */
  'hasIdempotencyKey': (boolean);
  /**
   * Where given, an order that would cost something else is not placed.
   */
  'expectedTotal': (_orderplacing_order_v1_MoneyOutput | null);
}
