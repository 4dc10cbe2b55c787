import { anOrder, cancelled, done, failed, isPending, processed, type Protocol } from './protocol';
import { committed, held, piecesAtStart, released, reservationStates } from './stock-step';

/** What must never be seen in any state, and what must not be left when nobody has anything to do any more. */
export const protocolProblem = (state: Protocol): string | undefined =>
  stockProblem(state) ?? orderProblem(state) ?? (isAtRest(state) ? restProblem(state) : undefined);

function stockProblem({ available, held: holds, committed: sold, reservation, body }: Protocol): string | undefined {
  if (Math.min(available, holds, sold) < 0) return 'stock is negative';
  if (available + holds + sold !== piecesAtStart) return 'pieces appeared or vanished';
  if (holds !== (reservation === held ? body : 0)) return `${String(holds)} pieces are held, for nobody or twice`;
  if (sold !== (reservation === committed ? body : 0)) return `${String(sold)} pieces are sold, to nobody or twice`;
  return undefined;
}

function orderProblem(state: Protocol): string | undefined {
  const { doc, docBody, reservation, promised, alarm } = state;
  if (promised !== 0 && (doc !== anOrder || docBody !== promised)) return 'an acknowledged order is gone';
  if (alarm === 1) return 'a message finds no stock for its order';
  if (doc === anOrder) return takenProblem(state);
  return reservation === committed ? 'stock is sold without an order' : undefined;
}

function takenProblem(state: Protocol): string | undefined {
  const { docBody, docEpoch, status, reservation, epoch, body } = state;
  const stock = `${reservationStates[reservation]!} stock`;
  if (status === processed && reservation !== committed) return `a Processed order has ${stock}`;
  if (!isPending(state)) return undefined;
  if (reservation !== held && reservation !== committed) return `a Pending order has ${stock}`;
  return body !== docBody || epoch !== docEpoch ? 'a Pending order stands on stock of another' : undefined;
}

const isAtRest = (state: Protocol): boolean =>
  busyness(state) === 0 &&
  [state.try1, state.try2, state.try3].every((attempt) => attempt === done) &&
  !isPending(state) &&
  (state.doc === anOrder || state.reservation !== held);

const busyness = (state: Protocol): number =>
  state.republish +
  state.publish +
  state.release +
  state.queue +
  state.worker1 +
  state.worker2 +
  state.sweep1 +
  state.sweep2 +
  lateCalls(state);

const lateCalls = (state: Protocol): number =>
  state.lateReserve1 +
  state.lateReserve2 +
  state.lateInsert +
  state.lateCommit +
  state.lateOwe +
  state.lateSettle +
  state.lateRelease +
  state.lateExpire;

function restProblem({ doc, status, reservation, ledger }: Protocol): string | undefined {
  if (doc !== anOrder) return undefined;
  const isOver = status === cancelled || status === failed;
  if (isOver && reservation !== released)
    return `at rest, an order that is over has ${reservationStates[reservation]!} stock`;
  if (status !== cancelled && ledger === 0) return 'at rest, no mail is noted for an order that came to its end';
  return undefined;
}
