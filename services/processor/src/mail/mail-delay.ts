const longestRetryMs = 15 * 60_000;
const shortestWaitMs = 500;
const longestWaitMs = 10_000;
const aDayMs = 86_400_000;

/** How long to wait after a mail's nth try failed: half a second to one, then twice as long each time, at most 15 minutes. */
export const mailRetryDelayMs = (attempts: number, chance: number): number =>
  Math.round(Math.min(longestRetryMs, 1_000 * 2 ** (attempts - 1)) * (0.5 + chance / 2));

/** When to look again at a mail whose order has not come to its end: the longer it is owed, the later. */
export const unsettledWaitMs = (ageMs: number): number =>
  Math.round(Math.min(longestWaitMs, Math.max(shortestWaitMs, ageMs / 2)));

/** Whether an order that nobody knows will not come any more: stock may be committed a moment before the order is stored. */
export const isHopeless = (ageMs: number): boolean => ageMs > aDayMs;
