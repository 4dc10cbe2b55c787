// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ListDeadLettersRequest {
  /**
   * 1 to 100.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
}

export interface ListDeadLettersRequestOutput {
  /**
   * 1 to 100.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
}
