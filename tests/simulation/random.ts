/** Random numbers that are the same for the same seed. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  number: () => number;
  /** A whole number from `min` to `max`. */
  integer: (min: number, max: number) => number;
  between: (min: number, max: number) => number;
  /** True with this probability. */
  chance: (probability: number) => boolean;
  pick: <T>(choices: readonly T[]) => T;
}

export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  // Mulberry32: small, fast, and random enough to reach rare interleavings.
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(number() * (max - min + 1));
  return {
    number,
    integer,
    between: (min, max) => min + number() * (max - min),
    chance: (probability) => number() < probability,
    pick: <T>(choices: readonly T[]): T => choices[integer(0, choices.length - 1)] as T,
  };
}
