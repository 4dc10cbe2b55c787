// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Reservation as _orderplacing_inventory_v1_Reservation, ReservationOutput as _orderplacing_inventory_v1_ReservationOutput } from '../../../orderplacing/inventory/v1/Reservation';

export interface ReserveRequest {
  'reservations'?: (_orderplacing_inventory_v1_Reservation)[];
}

export interface ReserveRequestOutput {
  'reservations': (_orderplacing_inventory_v1_ReservationOutput)[];
}
