// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface GetReservationsRequest {
  /**
   * At most 100.
   */
  'orderIds'?: (string)[];
  /**
   * A moment that ListStock named; empty for now.
   */
  'readAt'?: (string);
}

export interface GetReservationsRequestOutput {
  /**
   * At most 100.
   */
  'orderIds': (string)[];
  /**
   * A moment that ListStock named; empty for now.
   */
  'readAt': (string);
}
