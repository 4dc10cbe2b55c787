// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ListOperatorActsRequest {
  /**
   * At most so many, 1 to 1,000.
   */
  'limit'?: (number);
}

export interface ListOperatorActsRequestOutput {
  /**
   * At most so many, 1 to 1,000.
   */
  'limit': (number);
}
