import { reservationRetentionMs } from './retention';
import type { ReservationState } from './reservation-state';

/** A quantity of one product. */
export interface Item {
  productId: string;
  quantity: number;
}

/** The stock that an order holds or held. */
export interface Reservation {
  orderId: string;
  /** Each product once. */
  items: Item[];
  /** Tells whether a repeated request means the same. */
  bodyHash: string;
  state: ReservationState;
  /** Grows by one each time stock is taken anew; 0 where none ever was. */
  epoch: number;
  heldAt?: Date;
  updatedAt: Date;
  /** When nothing can ask for it any more; never while it holds stock. */
  purgeAt?: Date;
}

/** A reservation that has just got its stock; `before` is the expired one it follows. */
export const heldReservation = (
  { orderId, items, bodyHash }: Pick<Reservation, 'orderId' | 'items' | 'bodyHash'>,
  before: Reservation | undefined,
  at: Date,
): Reservation => ({
  orderId,
  items,
  bodyHash,
  state: 'held',
  epoch: (before?.epoch ?? 0) + 1,
  heldAt: at,
  updatedAt: at,
});

/** A reservation that has come to an end. */
export const endedReservation = (
  before: Reservation,
  state: Exclude<ReservationState, 'held'>,
  at: Date,
): Reservation => ({
  ...before,
  state,
  updatedAt: at,
  purgeAt: new Date(at.getTime() + reservationRetentionMs),
});

/** What an id without a reservation is before it is closed. */
export const noReservation = (orderId: string, at: Date): Reservation => ({
  orderId,
  items: [],
  bodyHash: '',
  state: 'expired',
  epoch: 0,
  updatedAt: at,
});
