import { expirySteps } from './expiry-steps';
import type { Model } from './explore';
import { outboxSteps } from './outbox-steps';
import { placeSteps } from './place-steps';
import { start, type Bounds, type Protocol, type Without } from './protocol';
import { protocolProblem } from './protocol-problems';
import { settleSteps } from './settle-steps';

/** The whole protocol of one order id within bounds. */
export const protocolModel = (bounds: Bounds): Model<Protocol> => ({
  ...anyProtocol(bounds),
  canonical: (state) => withAttemptsInOrder(withWorkersInOrder(state), bounds),
});

/** The same without one of its rules; actors keep their names, so that a counterexample can be read. */
export const protocolWithout = (without: Without, bounds: Bounds): Model<Protocol> => anyProtocol(bounds, without);

function anyProtocol(bounds: Bounds, without?: Without): Model<Protocol> {
  const variant = { bounds, without };
  return {
    starts: [start(bounds)],
    steps: (state) => [
      ...placeSteps(state, variant),
      ...outboxSteps(state, variant),
      ...settleSteps(state, variant),
      ...expirySteps(state, variant),
    ],
    problem: protocolProblem,
  };
}

function withWorkersInOrder(state: Protocol): Protocol {
  const { worker1, worker2, sweep1, sweep1Epoch, sweep2, sweep2Epoch } = state;
  const areWorkersInOrder = worker1 <= worker2;
  const areSweepsInOrder = sweep1 * 8 + sweep1Epoch <= sweep2 * 8 + sweep2Epoch;
  if (areWorkersInOrder && areSweepsInOrder) return state;
  const workers = areWorkersInOrder ? {} : { worker1: worker2, worker2: worker1 };
  if (areSweepsInOrder) return { ...state, ...workers };
  return { ...state, ...workers, sweep1: sweep2, sweep1Epoch: sweep2Epoch, sweep2: sweep1, sweep2Epoch: sweep1Epoch };
}

/** Attempts with the same body are interchangeable. */
function withAttemptsInOrder(state: Protocol, { bodies }: Bounds): Protocol {
  const { try1, try1Epoch, try2, try2Epoch } = state;
  if (bodies[0] !== bodies[1] || try1 * 8 + try1Epoch <= try2 * 8 + try2Epoch) return state;
  return { ...state, try1: try2, try1Epoch: try2Epoch, try2: try1, try2Epoch: try1Epoch };
}
