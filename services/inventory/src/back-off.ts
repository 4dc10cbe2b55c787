import { setTimeout } from 'node:timers/promises';

const firstMs = 2;
// A replica that wins goes on at once; one that sat out longer would hardly ever find the gap.
const longestMs = 16;

/** Waits a random part of a time that doubles with each attempt, so that replicas that met do not meet again. */
export const createBackOff = (random: () => number) => async (attempt: number) => {
  await setTimeout(random() * Math.min(longestMs, firstMs * 2 ** attempt));
};
