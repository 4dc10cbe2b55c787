import type { Random } from './random';

const failureModes = [
  /** The caller gets an error, and nothing was done. */
  'fails before',
  /** The caller gets an error, although it was done. */
  'fails after',
  /** The caller gets an error first; the call takes effect long after. */
  'late',
  /** It takes effect twice, as with a retry of the transport. */
  'doubled',
  'crash before',
  'crash after',
] as const;

/** How a call ends. */
export type FailureMode = 'none' | (typeof failureModes)[number];

/** Injects failures. Each run draws its own rates, some of them zero, so that each mode also occurs by itself. */
export interface FailureInjector {
  /** How the next call to this dependency ends. */
  next: (target: string) => FailureMode;
  /** How long a call travels, in one direction. */
  networkDelayMs: () => number;
  /** How long after its failure a late call takes effect. */
  latenessMs: () => number;
  injects: (kind: 'a copy is delivered' | 'a write conflicts') => boolean;
  /** Makes a dependency unavailable until the outage ends. */
  startOutage: (target: string) => void;
  endOutage: (target: string) => void;
  /** From here on nothing fails any more. */
  stop: () => void;
  hasStopped: () => boolean;
  count: (kind: string) => void;
  counts: Record<string, number>;
}

export function createFailureInjector(random: Random): FailureInjector {
  const rates = new Map(failureModes.map((mode) => [mode, rateOf(random, mode)]));
  const slowRate = random.chance(0.5) ? random.between(0, 0.2) : 0;
  const slowestMs = random.pick([200, 2_000, 8_000]);
  const copyRate = random.chance(0.5) ? random.between(0, 0.3) : 0;
  const conflictRate = random.chance(0.5) ? random.between(0, 0.3) : 0;
  const unavailable = new Set<string>();
  const counts: Record<string, number> = {};
  let hasStopped = false;

  const count = <Kind extends string>(kind: Kind): Kind => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return kind;
  };
  const next = (target: string): FailureMode => {
    if (hasStopped) return 'none';
    if (unavailable.has(target)) return count('fails before');
    let number = random.number();
    for (const [mode, rate] of rates) {
      if (number < rate) return mode === 'doubled' && target === 'mail' ? 'none' : count(mode);
      number -= rate;
    }
    return 'none';
  };

  return {
    next,
    networkDelayMs: () =>
      !hasStopped && random.chance(slowRate) ? random.between(0, slowestMs) : random.between(0.2, 10),
    latenessMs: () => random.between(0, random.pick([50, 1_000, 10_000])),
    injects: (kind) => {
      const rate = kind === 'a copy is delivered' ? copyRate : conflictRate;
      if (hasStopped || !random.chance(rate)) return false;
      count(kind);
      return true;
    },
    startOutage: (target) => void unavailable.add(target),
    endOutage: (target) => void unavailable.delete(target),
    stop: () => {
      hasStopped = true;
      unavailable.clear();
    },
    hasStopped: () => hasStopped,
    count,
    counts,
  };
}

const rateOf = (random: Random, mode: FailureMode): number => {
  if (random.chance(0.4)) return 0;
  return random.between(0, mode.startsWith('crash') ? 0.02 : 0.12);
};
