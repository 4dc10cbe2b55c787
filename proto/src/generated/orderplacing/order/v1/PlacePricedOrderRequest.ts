// Original file: proto/orderplacing/order/v1/order.proto

import type { Item as _orderplacing_order_v1_Item, ItemOutput as _orderplacing_order_v1_ItemOutput } from '../../../orderplacing/order/v1/Item';
import type { Money as _orderplacing_order_v1_Money, MoneyOutput as _orderplacing_order_v1_MoneyOutput } from '../../../orderplacing/order/v1/Money';

/**
 * PlacePricedOrderRequest is as PlaceOrderRequest.
 */
export interface PlacePricedOrderRequest {
  'orderId'?: (string);
  'userId'?: (string);
  'items'?: (_orderplacing_order_v1_Item)[];
  'hasIdempotencyKey'?: (boolean);
  'expectedTotal'?: (_orderplacing_order_v1_Money | null);
}

/**
 * PlacePricedOrderRequest is as PlaceOrderRequest.
 */
export interface PlacePricedOrderRequestOutput {
  'orderId': (string);
  'userId': (string);
  'items': (_orderplacing_order_v1_ItemOutput)[];
  'hasIdempotencyKey': (boolean);
  'expectedTotal': (_orderplacing_order_v1_MoneyOutput | null);
}
