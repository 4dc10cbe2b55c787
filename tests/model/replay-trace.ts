import { nextStatus, type OrderAction } from '@orders/order/domain/order-state';
import type { OrderStatus } from '@orders/proto/order-status';
import { decide, reservationStates, type Stock, type StockAction } from './stock-step';

/** What a trace of the specification shows of each state; numbers come as `{"#bigint": "1"}`. */
interface TraceState {
  stock: { available: number; held: number; committed: number };
  reservation: { state: (typeof reservationStates)[number]; epoch: number; body: number };
  document: { kind: 'nothing' | 'tombstone' | 'order'; status: OrderStatus | '' };
  decision: { request: StockAction | ''; argument: number; answer: string; statusAction: OrderAction | '' };
}

/** What the services' own code decided, and what the specification has at the same place. */
export interface Comparison {
  code: unknown;
  specification: unknown;
}

/**
 * Decides every step of a trace (in the Informal Trace Format) by the transition tables of the inventory and order
 * services, beginning at the state that the specification had before the step.
 */
export function replayTrace(text: string): Comparison[] {
  const states = readStates(text);
  return states
    .slice(1)
    .flatMap((after, index) => [stockOfStep(states[index]!, after), statusOfStep(states[index]!, after)]);
}

function readStates(text: string): TraceState[] {
  const isNumber = (value: unknown): value is { '#bigint': string } =>
    typeof value === 'object' && value !== null && '#bigint' in value;
  const trace = JSON.parse(text, (_, value: unknown) => (isNumber(value) ? Number(value['#bigint']) : value)) as {
    states: TraceState[];
  };
  return trace.states;
}

function stockOfStep(before: TraceState, after: TraceState): Comparison {
  const { request, argument, answer } = after.decision;
  const stock = stockOf(before);
  const code = request === '' ? { answer: '', stock } : decide(stock, request, argument);
  return { code, specification: { answer, stock: stockOf(after) } };
}

const stockOf = ({ stock, reservation }: TraceState): Stock => ({
  available: stock.available,
  held: stock.held,
  committed: stock.committed,
  reservation: reservationStates.indexOf(reservation.state),
  epoch: reservation.epoch,
  body: reservation.body,
});

function statusOfStep({ document }: TraceState, after: TraceState): Comparison {
  const { statusAction } = after.decision;
  const { status } = document;
  return {
    code: status === '' ? startOf(after) : statusAction === '' ? status : nextStatus(status, statusAction),
    specification: after.document.status,
  };
}

const startOf = ({ document }: TraceState) => (document.kind === 'order' ? 'Pending' : '');
