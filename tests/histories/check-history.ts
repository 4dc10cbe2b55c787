import type { Call, Outcome, Violation } from './call';
import { checkOrders } from './check-orders';
import { checkProducts } from './check-products';

/** The promises of docs/reference/consistency.md that a history breaks; none where it is possible. */
export const checkHistory = (calls: Call[]): Violation[] => [...checkOrders(calls), ...checkProducts(calls)];

/** Records the calls of all clients by one clock, which never goes back. */
export function createHistory(now: () => number) {
  const calls: Call[] = [];
  return {
    calls,
    now,
    /** Records that a call begins; the function it returns records the answer. Until then the outcome is unknown. */
    begin: <Begun extends Call>(asked: Omit<Begun, 'start' | 'end' | 'outcome'>) => {
      const call = { ...asked, start: now(), end: Infinity, outcome: 'unknown' } as Begun;
      calls.push(call);
      return (answer: Partial<Begun> & { outcome: Outcome }): void => void Object.assign(call, answer, { end: now() });
    },
  };
}

export type History = ReturnType<typeof createHistory>;
