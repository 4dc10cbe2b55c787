import type { Disturbance, Effect } from './effects';

/** How a process is disturbed at its n-th effect. */
export interface Point {
  number: number;
  crash: () => void;
  rival: () => Promise<unknown>;
  /** Called when the effect came. */
  reached: () => void;
}

const ways = [
  'it dies before the effect',
  'it dies after the effect',
  'the effect fails and was not done',
  'the effect fails and was done',
  'another process comes between',
] as const;
export type Way = (typeof ways)[number];

/** Dying before an effect is nearly dying after the one before it; the long form tries that too. */
export const triedWays: readonly Way[] =
  process.env['CRASH_POINTS'] === 'all'
    ? ways
    : ['it dies after the effect', 'the effect fails and was done', 'another process comes between'];

/** Steps in at one effect alone. */
export function disturbance(way: Way, { number, crash, rival, reached }: Point): Disturbance {
  const at = (work: (effect: Effect) => unknown) => async (effect: Effect) => {
    if (effect.number === number) await work(effect);
  };
  const fail = ({ lost }: Effect) => {
    throw lost();
  };
  switch (way) {
    case 'it dies before the effect':
      return { before: at(both(reached, crash)) };
    case 'it dies after the effect':
      return { before: at(reached), after: at(crash) };
    case 'the effect fails and was not done':
      return { before: at(both(reached, fail)) };
    case 'the effect fails and was done':
      return { before: at(reached), after: at(fail) };
    case 'another process comes between':
      return { before: at(both(reached, rival)) };
  }
}

const both = (first: () => void, second: (effect: Effect) => unknown) => (effect: Effect) => {
  first();
  return second(effect);
};
