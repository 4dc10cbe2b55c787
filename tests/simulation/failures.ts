import type { Chance } from './random';

/** What becomes of a call. */
export type Fate =
  | 'ordinary'
  /** The caller hears of a failure, and nothing was done. */
  | 'fails before'
  /** The caller hears of a failure, and it was done all the same. */
  | 'fails after'
  /** The caller hears of a failure first; it takes effect long after. */
  | 'late'
  /** It takes effect twice, as a retry of the transport does. */
  | 'doubled'
  | 'crash before'
  | 'crash after';

/** How one run is troubled: each run has its own mixture, so that each kind is also met alone. */
export interface Trouble {
  fate: (on: string) => Fate;
  /** How long a call is on its way, in one direction. */
  delayMs: () => number;
  /** When something late takes effect. */
  lateMs: () => number;
  happens: (kind: 'a copy is delivered' | 'a write conflicts') => boolean;
  /** A dependency is away for some time. */
  takeAway: (on: string) => void;
  bringBack: (on: string) => void;
  /** Nothing fails any more. */
  end: () => void;
  isOver: () => boolean;
  count: (kind: string) => void;
  counts: Record<string, number>;
}

const kinds: Exclude<Fate, 'ordinary'>[] = [
  'fails before',
  'fails after',
  'late',
  'doubled',
  'crash before',
  'crash after',
];

export function createTrouble(chance: Chance): Trouble {
  const rates = new Map(kinds.map((kind) => [kind, rateOf(chance, kind)]));
  const slowRate = chance.happens(0.5) ? chance.between(0, 0.2) : 0;
  const slowestMs = chance.pick([200, 2_000, 8_000]);
  const copyRate = chance.happens(0.5) ? chance.between(0, 0.3) : 0;
  const conflictRate = chance.happens(0.5) ? chance.between(0, 0.3) : 0;
  const away = new Set<string>();
  const counts: Record<string, number> = {};
  let isOver = false;

  const count = <Kind extends string>(kind: Kind): Kind => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return kind;
  };
  const fate = (on: string): Fate => {
    if (isOver) return 'ordinary';
    if (away.has(on)) return count('fails before');
    let number = chance.number();
    for (const [kind, rate] of rates) {
      if (number < rate) return kind === 'doubled' && on === 'mail' ? 'ordinary' : count(kind);
      number -= rate;
    }
    return 'ordinary';
  };

  return {
    fate,
    delayMs: () => (!isOver && chance.happens(slowRate) ? chance.between(0, slowestMs) : chance.between(0.2, 10)),
    lateMs: () => chance.between(0, chance.pick([50, 1_000, 10_000])),
    happens: (kind) => {
      const rate = kind === 'a copy is delivered' ? copyRate : conflictRate;
      if (isOver || !chance.happens(rate)) return false;
      count(kind);
      return true;
    },
    takeAway: (on) => void away.add(on),
    bringBack: (on) => void away.delete(on),
    end: () => {
      isOver = true;
      away.clear();
    },
    isOver: () => isOver,
    count,
    counts,
  };
}

const rateOf = (chance: Chance, kind: Fate): number => {
  if (chance.happens(0.4)) return 0;
  return chance.between(0, kind.startsWith('crash') ? 0.02 : 0.12);
};
