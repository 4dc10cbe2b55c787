// Original file: proto/orderplacing/order/v1/order.proto


export interface GetOrderRequest {
  'orderId'?: (string);
  'userId'?: (string);
}

export interface GetOrderRequestOutput {
  'orderId': (string);
  'userId': (string);
}
