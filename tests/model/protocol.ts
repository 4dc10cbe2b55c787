import { nextStatus, type OrderAction } from '@orders/order/domain/order-state';
import { orderStatuses } from '@orders/proto/order-status';
import type { Numbers, Step } from './explore';
import { decide, unitsAtStart, type StockAction, type Stock } from './stock-step';

export const [absent, aTombstone, anOrder] = [0, 1, 2] as const;
export const [pending, processed, failed, cancelled] = [0, 1, 2, 3] as const;

/** One order id, one product, all actors that work on them, and the calls that have not taken effect yet. */
export interface Protocol extends Stock, Numbers {
  /** Nothing, a tombstone, or an order; then its epoch, body and status. */
  doc: number;
  docEpoch: number;
  docBody: number;
  status: number;
  /** Outbox entries: 0 absent, 1 open, 2 acknowledged and not removed yet, 3 removed too early. */
  publish: number;
  release: number;
  /** Whether its message is sent again when the queue is empty. */
  republish: number;
  /** Messages in the queue, those that are being processed included. */
  queue: number;
  ledger: number;
  /** The body of the order that was acknowledged to a buyer. */
  promised: number;
  /** Whether a message found no reserved stock. */
  alarm: number;
  // Calls whose callers have timed out: they take effect at any later time, or never.
  lateReserve1: number;
  lateReserve2: number;
  lateInsert: number;
  lateCommit: number;
  lateRecord: number;
  lateSettle: number;
  lateRelease: number;
  lateExpire: number;
  // The next step of each actor: attempts to place, workers of the processor, expiry sweeps.
  try1: number;
  try1Epoch: number;
  try2: number;
  try2Epoch: number;
  try3: number;
  try3Epoch: number;
  worker1: number;
  worker2: number;
  sweep1: number;
  sweep1Epoch: number;
  sweep2: number;
  sweep2Epoch: number;
}

/** How many actors there are; within these bounds every state is explored. */
export interface Bounds {
  /** The bodies of the three attempts to place; 0 is no attempt. */
  bodies: [number, number, number];
  workers: 1 | 2;
  sweeps: 1 | 2;
  /** Whether an operator may fail the order. */
  canFail: boolean;
  /** Whether the processor's calls may also take effect after their worker has timed out. */
  hasLateSettles: boolean;
}

/** The rule that is left out. */
export type Without = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | undefined;

export interface Variant {
  bounds: Bounds;
  without: Without;
}

export const done = 4;

export const start = ({ bodies }: Bounds): Protocol => ({
  available: unitsAtStart,
  held: 0,
  committed: 0,
  reservation: 0,
  epoch: 0,
  body: 0,
  doc: absent,
  docEpoch: 0,
  docBody: 0,
  status: pending,
  publish: 0,
  release: 0,
  republish: 0,
  queue: 0,
  ledger: 0,
  promised: 0,
  alarm: 0,
  lateReserve1: 0,
  lateReserve2: 0,
  lateInsert: 0,
  lateCommit: 0,
  lateRecord: 0,
  lateSettle: 0,
  lateRelease: 0,
  lateExpire: 0,
  try1: bodies[0] === 0 ? done : 0,
  try1Epoch: 0,
  try2: bodies[1] === 0 ? done : 0,
  try2Epoch: 0,
  try3: bodies[2] === 0 ? done : 0,
  try3Epoch: 0,
  worker1: 0,
  worker2: 0,
  sweep1: 0,
  sweep1Epoch: 0,
  sweep2: 0,
  sweep2Epoch: 0,
});

export type ProtocolStep = Step<Protocol>;

/** Calls inventory: its answer, and the state after. */
export function ask(state: Protocol, question: StockAction, what = 0): { answer: string; to: Protocol } {
  const { available, held, committed, reservation, epoch, body } = state;
  const { answer, stock } = decide({ available, held, committed, reservation, epoch, body }, question, what);
  return { answer, to: { ...state, ...stock } };
}

/** The status after an action, by the order service's own table. */
export const statusAfter = (status: number, action: OrderAction): number =>
  orderStatuses.indexOf(nextStatus(orderStatuses[status]!, action));

export const isPending = ({ doc, status }: Protocol): boolean => doc === anOrder && status === pending;
