import type { Disturbance, Effect } from './effects';

/** How a process is disturbed at its n-th effect. */
export interface Point {
  number: number;
  crash: () => void;
  interfere: () => Promise<unknown>;
  /** Called when the effect is reached. */
  reached: () => void;
}

const ways = [
  'the process crashes before the effect',
  'the process crashes after the effect',
  'the effect fails and was not done',
  'the effect fails and was done',
  'another process interferes before the effect',
] as const;
export type Way = (typeof ways)[number];

/** A crash before an effect is nearly one after the previous effect; make crash-points tries both. */
export const triedWays: readonly Way[] =
  process.env['CRASH_POINTS'] === 'all'
    ? ways
    : [
        'the process crashes after the effect',
        'the effect fails and was done',
        'another process interferes before the effect',
      ];

/** Intervenes at one effect only. */
export function disturbance(way: Way, { number, crash, interfere, reached }: Point): Disturbance {
  const at = (work: (effect: Effect) => unknown) => async (effect: Effect) => {
    if (effect.number === number) await work(effect);
  };
  const fail = ({ connectionLost }: Effect) => {
    throw connectionLost();
  };
  switch (way) {
    case 'the process crashes before the effect':
      return { before: at(both(reached, crash)) };
    case 'the process crashes after the effect':
      return { before: at(reached), after: at(crash) };
    case 'the effect fails and was not done':
      return { before: at(both(reached, fail)) };
    case 'the effect fails and was done':
      return { before: at(reached), after: at(fail) };
    case 'another process interferes before the effect':
      return { before: at(both(reached, interfere)) };
  }
}

const both = (first: () => void, second: (effect: Effect) => unknown) => (effect: Effect) => {
  first();
  return second(effect);
};
