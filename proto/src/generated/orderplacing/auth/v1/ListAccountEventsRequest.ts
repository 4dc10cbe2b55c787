// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListAccountEventsRequest {
  /**
   * At most so many of each kind, 1 to 1,000.
   */
  'limit'?: (number);
}

export interface ListAccountEventsRequestOutput {
  /**
   * At most so many of each kind, 1 to 1,000.
   */
  'limit': (number);
}
