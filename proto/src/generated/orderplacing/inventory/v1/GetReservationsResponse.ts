// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { StoredReservation as _orderplacing_inventory_v1_StoredReservation, StoredReservationOutput as _orderplacing_inventory_v1_StoredReservationOutput } from '../../../orderplacing/inventory/v1/StoredReservation';

export interface GetReservationsResponse {
  'reservations'?: (_orderplacing_inventory_v1_StoredReservation)[];
}

export interface GetReservationsResponseOutput {
  'reservations': (_orderplacing_inventory_v1_StoredReservationOutput)[];
}
