// Original file: proto/orderplacing/processor/v1/processor.proto


export interface FailOrderRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'orderId'?: (string);
  /**
   * What its buyer reads.
   */
  'reason'?: (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId'?: (string);
}

export interface FailOrderRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'orderId': (string);
  /**
   * What its buyer reads.
   */
  'reason': (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId': (string);
}
