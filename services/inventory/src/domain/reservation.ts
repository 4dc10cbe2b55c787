import type { PricedItem } from '@orders/proto/items';
import type { StockMove } from './product';

/** The stock that an order holds or held. */
export interface Reservation {
  orderId: string;
  /** Each product once, with its name and price at the moment in which the stock was taken. */
  items: PricedItem[];
  /** Of the prices; absent where none were decided. */
  currency?: string;
  /** Equal hashes mean that a repeated request is the same. */
  bodyHash: string;
  state: StoredState;
  /** Grows by one each time stock is taken; 0 where none ever was. */
  epoch: number;
  heldAt?: Date;
  updatedAt: Date;
  /** When no message can ask for it any more; never set while it holds stock. */
  purgeAt?: Date;
}

/** An order id under which nothing is stored. */
export interface NoReservation {
  orderId: string;
  items: PricedItem[];
  currency?: string;
  bodyHash: string;
  state: 'none';
  epoch: 0;
}

export type StoredState = 'held' | 'committed' | 'released' | 'expired';
export type ReservationState = StoredState | 'none';
export type ReservationAction = keyof Answers;

interface Answers {
  /** `take` asks for stock; `repeat` answers what is held already, where the body is the same. */
  reserve: 'take' | 'repeat' | 'closed';
  commit: 'committed' | 'released' | 'not held';
  release: 'released';
  /** `expired` only in the epoch that the request names. */
  expire: 'expired' | 'unchanged';
}

/** What an action does in a state: what it answers, the state that follows where it changes, and how the items' units move. */
export interface Transition<Answer = string> {
  answer: Answer;
  becomes?: StoredState;
  move?: StockMove;
}

const take = { answer: 'take', becomes: 'held', move: { from: 'available', to: 'held' } } as const;
const stay = { answer: 'unchanged' } as const;
// The id is closed for good: a Reserve that arrives later must not take stock for a cancelled order.
const close = { answer: 'released', becomes: 'released' } as const;

export const transitions: Record<ReservationState, { [Action in ReservationAction]: Transition<Answers[Action]> }> = {
  none: { reserve: take, commit: { answer: 'not held' }, release: close, expire: stay },
  held: {
    reserve: { answer: 'repeat' },
    commit: { answer: 'committed', becomes: 'committed', move: { from: 'held', to: 'committed' } },
    release: { ...close, move: { from: 'held', to: 'available' } },
    expire: { answer: 'expired', becomes: 'expired', move: { from: 'held', to: 'available' } },
  },
  committed: {
    reserve: { answer: 'repeat' },
    commit: { answer: 'committed' },
    release: { ...close, move: { from: 'committed', to: 'available' } },
    expire: stay,
  },
  released: {
    reserve: { answer: 'closed' },
    commit: { answer: 'released' },
    release: { answer: 'released' },
    expire: stay,
  },
  expired: { reserve: take, commit: { answer: 'not held' }, release: close, expire: stay },
};

export const noReservation = (orderId: string): NoReservation => ({
  orderId,
  items: [],
  bodyHash: '',
  state: 'none',
  epoch: 0,
});

/** The reservation in the state that a transition leads to: held in the next epoch, or over. */
export function enterState(before: Reservation | NoReservation, state: StoredState, at: Date): Reservation {
  if (state !== 'held') {
    return { ...before, state, updatedAt: at, purgeAt: new Date(at.getTime() + reservationRetentionMs) };
  }
  const { orderId, items, currency, bodyHash, epoch } = before;
  const kept = { orderId, items, ...(currency !== undefined && { currency }), bodyHash };
  return { ...kept, state, epoch: epoch + 1, heldAt: at, updatedAt: at };
}

/**
 * How long a reservation that is over is kept. A late message may arrive 14 days after it was sent and 30 days after a
 * redrive, and the tombstones that keep late orders out (45 days) must be purged first.
 */
export const reservationRetentionMs = 60 * 86_400_000;
