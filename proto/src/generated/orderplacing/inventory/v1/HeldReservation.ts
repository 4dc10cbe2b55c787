// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * HeldReservation is one that holds stock.
 */
export interface HeldReservation {
  'orderId'?: (string);
  'epoch'?: (number);
  'heldAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * HeldReservation is one that holds stock.
 */
export interface HeldReservationOutput {
  'orderId': (string);
  'epoch': (number);
  'heldAt': (_google_protobuf_TimestampOutput | null);
}
