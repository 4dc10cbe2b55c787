// Original file: proto/orderplacing/order/v1/order.proto


export interface GetOrdersRequest {
  'orderIds'?: (string)[];
}

export interface GetOrdersRequestOutput {
  'orderIds': (string)[];
}
