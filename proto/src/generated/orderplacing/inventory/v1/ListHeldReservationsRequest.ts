// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

export interface ListHeldReservationsRequest {
  'heldBefore'?: (_google_protobuf_Timestamp | null);
  /**
   * At most 1,000.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * A moment that ListStock named; empty for now.
   */
  'readAt'?: (string);
}

export interface ListHeldReservationsRequestOutput {
  'heldBefore': (_google_protobuf_TimestampOutput | null);
  /**
   * At most 1,000.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
  /**
   * A moment that ListStock named; empty for now.
   */
  'readAt': (string);
}
