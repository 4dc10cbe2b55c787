// Original file: proto/orderplacing/order/v1/order.proto


export interface WatchOrderRequest {
  'orderId'?: (string);
  'userId'?: (string);
}

export interface WatchOrderRequestOutput {
  'orderId': (string);
  'userId': (string);
}
