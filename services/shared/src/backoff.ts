export interface BackoffOptions {
  /** The delay before the first repetition, in milliseconds; each one after it is `factor` times as long. */
  firstMs: number;
  longestMs: number;
  /** 2 where it is not given. */
  factor?: number;
  /** How much of a delay is left to chance, from 0 (nothing) to 1 (all): replicas that failed together do not return together. */
  jitter: number;
  /** From 0 to 1. */
  random: () => number;
}

/** Makes a function that says how long to wait after the nth failure in a row (the first is 1), in milliseconds. */
export const createBackoff =
  ({ firstMs, longestMs, factor = 2, jitter, random }: BackoffOptions) =>
  (failures: number): number =>
    Math.min(longestMs, firstMs * factor ** (failures - 1)) * (1 - jitter * (1 - random()));
