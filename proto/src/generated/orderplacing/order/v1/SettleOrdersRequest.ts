// Original file: proto/orderplacing/order/v1/order.proto


export interface SettleOrdersRequest {
  'orderIds'?: (string)[];
}

export interface SettleOrdersRequestOutput {
  'orderIds': (string)[];
}
