const firstMs = 2;
// A replica that wins goes on at once; one that waited longer would hardly ever find the gap.
const longestMs = 16;

/** Waits a random part of a time that doubles with each attempt, so that replicas that met do not meet again. */
export const createBackOff =
  ({ random, wait }: { random: () => number; wait: (milliseconds: number) => Promise<unknown> }) =>
  (attempt: number) =>
    wait(random() * Math.min(longestMs, firstMs * 2 ** attempt));
