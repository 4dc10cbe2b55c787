// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { StoredReservation as _orderplacing_inventory_v1_StoredReservation, StoredReservationOutput as _orderplacing_inventory_v1_StoredReservationOutput } from '../../../orderplacing/inventory/v1/StoredReservation';

export interface GetReservationResponse {
  'reservation'?: (_orderplacing_inventory_v1_StoredReservation | null);
}

export interface GetReservationResponseOutput {
  'reservation': (_orderplacing_inventory_v1_StoredReservationOutput | null);
}
