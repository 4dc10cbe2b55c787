// Original file: proto/orderplacing/order/v1/order.proto

import type { Item as _orderplacing_order_v1_Item, ItemOutput as _orderplacing_order_v1_ItemOutput } from '../../../orderplacing/order/v1/Item';

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
}
