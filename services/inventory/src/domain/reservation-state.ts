import type { StockMove } from './product';

export type ReservationState = 'held' | 'committed' | 'released' | 'expired';
export type ReservationAction = keyof Answers;

interface Answers {
  /** `take` asks for stock; `repeat` answers what is held already, where the body is the same. */
  reserve: 'take' | 'repeat' | 'closed';
  commit: 'committed' | 'released' | 'not held';
  release: 'released';
  /** `expired` is for the named taking of stock alone. */
  expire: 'expired' | 'left alone';
}

/** What an action means in a state: the answer, the state it becomes where that changes, and the way of the stock. */
export interface Move<Answer> {
  answer: Answer;
  becomes?: ReservationState;
  stock?: StockMove;
}

type Moves = { [Action in ReservationAction]: Move<Answers[Action]> };

const take: Move<'take'> = { answer: 'take', becomes: 'held', stock: { from: 'available', to: 'held' } };
const leaveAlone: Move<'left alone'> = { answer: 'left alone' };
// The id is closed for good: a Reserve that comes later must not take stock for a cancelled order.
const close: Move<'released'> = { answer: 'released', becomes: 'released' };

const moves: Record<ReservationState | 'none', Moves> = {
  none: { reserve: take, commit: { answer: 'not held' }, release: close, expire: leaveAlone },
  held: {
    reserve: { answer: 'repeat' },
    commit: { answer: 'committed', becomes: 'committed', stock: { from: 'held', to: 'committed' } },
    release: { ...close, stock: { from: 'held', to: 'available' } },
    expire: { answer: 'expired', becomes: 'expired', stock: { from: 'held', to: 'available' } },
  },
  committed: {
    reserve: { answer: 'repeat' },
    commit: { answer: 'committed' },
    release: { ...close, stock: { from: 'committed', to: 'available' } },
    expire: leaveAlone,
  },
  released: {
    reserve: { answer: 'closed' },
    commit: { answer: 'released' },
    release: { answer: 'released' },
    expire: leaveAlone,
  },
  expired: { reserve: take, commit: { answer: 'not held' }, release: close, expire: leaveAlone },
};

/** What an action means for a reservation in this state; `none` is one that was never made. */
export const moveOf = <Action extends ReservationAction>(
  state: ReservationState | 'none',
  action: Action,
): Moves[Action] => moves[state][action];
