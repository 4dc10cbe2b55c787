/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** From 0 up to, never at, 1. */
  number: () => number;
  /** A whole number from `least` to `most`. */
  whole: (least: number, most: number) => number;
  between: (least: number, most: number) => number;
  happens: (probability: number) => boolean;
  pick: <T>(choices: readonly T[]) => T;
}

export function createChance(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  // Mulberry32: small, fast, and good enough to walk into corners.
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  return {
    number,
    whole,
    between: (least, most) => least + number() * (most - least),
    happens: (probability) => number() < probability,
    pick: <T>(choices: readonly T[]): T => choices[whole(0, choices.length - 1)] as T,
  };
}
