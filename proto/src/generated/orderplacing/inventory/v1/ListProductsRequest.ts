// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ListProductsRequest {
  /**
   * At most 100. 0 is for clients from before pages: at most 5,000, without description, image and price.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * Words of the name by their first letters, or the first characters of the id; empty for all.
   */
  'query'?: (string);
  /**
   * Whether archived products are among them.
   */
  'includeArchived'?: (boolean);
}

export interface ListProductsRequestOutput {
  /**
   * At most 100. 0 is for clients from before pages: at most 5,000, without description, image and price.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
  /**
   * Words of the name by their first letters, or the first characters of the id; empty for all.
   */
  'query': (string);
  /**
   * Whether archived products are among them.
   */
  'includeArchived': (boolean);
}
