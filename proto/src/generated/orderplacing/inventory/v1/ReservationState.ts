// Original file: proto/orderplacing/inventory/v1/inventory.proto

/**
 * ReservationState is where a reservation stands.
 */
export const ReservationState = {
  RESERVATION_STATE_UNSPECIFIED: 'RESERVATION_STATE_UNSPECIFIED',
  RESERVATION_STATE_HELD: 'RESERVATION_STATE_HELD',
  RESERVATION_STATE_COMMITTED: 'RESERVATION_STATE_COMMITTED',
  RESERVATION_STATE_RELEASED: 'RESERVATION_STATE_RELEASED',
  RESERVATION_STATE_EXPIRED: 'RESERVATION_STATE_EXPIRED',
} as const;

/**
 * ReservationState is where a reservation stands.
 */
export type ReservationState =
  | 'RESERVATION_STATE_UNSPECIFIED'
  | 0
  | 'RESERVATION_STATE_HELD'
  | 1
  | 'RESERVATION_STATE_COMMITTED'
  | 2
  | 'RESERVATION_STATE_RELEASED'
  | 3
  | 'RESERVATION_STATE_EXPIRED'
  | 4

/**
 * ReservationState is where a reservation stands.
 */
export type ReservationStateOutput = typeof ReservationState[keyof typeof ReservationState]
