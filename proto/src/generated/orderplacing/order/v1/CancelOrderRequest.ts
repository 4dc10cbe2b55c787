// Original file: proto/orderplacing/order/v1/order.proto


export interface CancelOrderRequest {
  'orderId'?: (string);
  'userId'?: (string);
}

export interface CancelOrderRequestOutput {
  'orderId': (string);
  'userId': (string);
}
