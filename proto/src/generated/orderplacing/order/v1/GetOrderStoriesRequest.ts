// Original file: proto/orderplacing/order/v1/order.proto


export interface GetOrderStoriesRequest {
  /**
   * At most 100.
   */
  'orderIds'?: (string)[];
}

export interface GetOrderStoriesRequestOutput {
  /**
   * At most 100.
   */
  'orderIds': (string)[];
}
