// Original file: proto/orderplacing/processor/v1/processor.proto


export interface DiscardDeadLetterResponse {
  /**
   * Empty where the message cannot be read.
   */
  'orderId'?: (string);
  /**
   * Where the order stands now, as `Failed`; empty where there is none.
   */
  'orderStatus'?: (string);
}

export interface DiscardDeadLetterResponseOutput {
  /**
   * Empty where the message cannot be read.
   */
  'orderId': (string);
  /**
   * Where the order stands now, as `Failed`; empty where there is none.
   */
  'orderStatus': (string);
}
