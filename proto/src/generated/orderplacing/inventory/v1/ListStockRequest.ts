// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ListStockRequest {
  /**
   * At most 1,000.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * From the first response; empty for the first page, which chooses the moment.
   */
  'readAt'?: (string);
}

export interface ListStockRequestOutput {
  /**
   * At most 1,000.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
  /**
   * From the first response; empty for the first page, which chooses the moment.
   */
  'readAt': (string);
}
