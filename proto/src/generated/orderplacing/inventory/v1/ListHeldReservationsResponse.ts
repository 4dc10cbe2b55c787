// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { HeldReservation as _orderplacing_inventory_v1_HeldReservation, HeldReservationOutput as _orderplacing_inventory_v1_HeldReservationOutput } from '../../../orderplacing/inventory/v1/HeldReservation';

export interface ListHeldReservationsResponse {
  'reservations'?: (_orderplacing_inventory_v1_HeldReservation)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListHeldReservationsResponseOutput {
  'reservations': (_orderplacing_inventory_v1_HeldReservationOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
