import { anOrder, cancelled, done, failed, isPending, processed, type Protocol } from './protocol';
import { committed, held, unitsAtStart, released, reservationStates } from './stock-step';

/** What is wrong with a state, and with one in which no actor has anything left to do. */
export const protocolProblem = (state: Protocol): string | undefined =>
  stockProblem(state) ?? orderProblem(state) ?? (isAtRest(state) ? restProblem(state) : undefined);

function stockProblem({ available, held: holds, committed: sold, reservation, body }: Protocol): string | undefined {
  if (Math.min(available, holds, sold) < 0) return 'stock is negative';
  if (available + holds + sold !== unitsAtStart) return 'units appeared or vanished';
  if (holds !== (reservation === held ? body : 0))
    return `${String(holds)} units are held without a reservation or twice`;
  if (sold !== (reservation === committed ? body : 0))
    return `${String(sold)} units are committed without a reservation or twice`;
  return undefined;
}

function orderProblem(state: Protocol): string | undefined {
  const { doc, docBody, reservation, promised, alarm } = state;
  if (promised !== 0 && (doc !== anOrder || docBody !== promised)) return 'an acknowledged order is lost';
  if (alarm === 1) return 'a message finds no stock for its order';
  if (doc === anOrder) return reservationProblem(state);
  return reservation === committed ? 'stock is committed without an order' : undefined;
}

function reservationProblem(state: Protocol): string | undefined {
  const { docBody, docEpoch, status, reservation, epoch, body } = state;
  const stock = `${reservationStates[reservation]!} stock`;
  if (status === processed && reservation !== committed) return `a Processed order has ${stock}`;
  if (!isPending(state)) return undefined;
  if (reservation !== held && reservation !== committed) return `a Pending order has ${stock}`;
  return body !== docBody || epoch !== docEpoch ? 'a Pending order has stock of another reservation' : undefined;
}

const isAtRest = (state: Protocol): boolean =>
  openWork(state) === 0 &&
  [state.try1, state.try2, state.try3].every((attempt) => attempt === done) &&
  !isPending(state) &&
  (state.doc === anOrder || state.reservation !== held);

const openWork = (state: Protocol): number =>
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
  state.lateRecord +
  state.lateSettle +
  state.lateRelease +
  state.lateExpire;

function restProblem({ doc, status, reservation, ledger }: Protocol): string | undefined {
  if (doc !== anOrder) return undefined;
  const hasNoSale = status === cancelled || status === failed;
  if (hasNoSale && reservation !== released)
    return `at rest, an order without a sale has ${reservationStates[reservation]!} stock`;
  if (ledger === 0) return 'at rest, neither mail nor webhooks are recorded for an order that has ended';
  return undefined;
}
