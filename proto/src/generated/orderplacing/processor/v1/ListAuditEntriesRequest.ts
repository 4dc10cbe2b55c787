// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ListAuditEntriesRequest {
  /**
   * At most so many, 1 to 100.
   */
  'pageSize'?: (number);
  /**
   * Names the last entry that was read, of this service or of another; empty for the first page.
   */
  'pageToken'?: (string);
}

export interface ListAuditEntriesRequestOutput {
  /**
   * At most so many, 1 to 100.
   */
  'pageSize': (number);
  /**
   * Names the last entry that was read, of this service or of another; empty for the first page.
   */
  'pageToken': (string);
}
