// Original file: proto/orderplacing/order/v1/order.proto


export interface FailOrderRequest {
  'orderId'?: (string);
  /**
   * What its buyer reads.
   */
  'reason'?: (string);
}

export interface FailOrderRequestOutput {
  'orderId': (string);
  /**
   * What its buyer reads.
   */
  'reason': (string);
}
