// Original file: proto/orderplacing/order/v1/order.proto


export interface GetOrderStoryRequest {
  'orderId'?: (string);
}

export interface GetOrderStoryRequestOutput {
  'orderId': (string);
}
