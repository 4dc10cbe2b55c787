// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Item as _orderplacing_inventory_v1_Item, ItemOutput as _orderplacing_inventory_v1_ItemOutput } from '../../../orderplacing/inventory/v1/Item';
import type { ReservationState as _orderplacing_inventory_v1_ReservationState, ReservationStateOutput as _orderplacing_inventory_v1_ReservationStateOutput } from '../../../orderplacing/inventory/v1/ReservationState';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * StoredReservation is what is stored under an order id, also after its end.
 */
export interface StoredReservation {
  'orderId'?: (string);
  'items'?: (_orderplacing_inventory_v1_Item)[];
  'state'?: (_orderplacing_inventory_v1_ReservationState);
  /**
   * How many times stock was reserved under this order id; 0 where it never was.
   */
  'epoch'?: (number);
  /**
   * When stock was last reserved, where it was.
   */
  'heldAt'?: (_google_protobuf_Timestamp | null);
  'updatedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Of the prices of its items; empty where none were decided.
   */
  'currency'?: (string);
}

/**
 * StoredReservation is what is stored under an order id, also after its end.
 */
export interface StoredReservationOutput {
  'orderId': (string);
  'items': (_orderplacing_inventory_v1_ItemOutput)[];
  'state': (_orderplacing_inventory_v1_ReservationStateOutput);
  /**
   * How many times stock was reserved under this order id; 0 where it never was.
   */
  'epoch': (number);
  /**
   * When stock was last reserved, where it was.
   */
  'heldAt': (_google_protobuf_TimestampOutput | null);
  'updatedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Of the prices of its items; empty where none were decided.
   */
  'currency': (string);
}
