const firstMs = 10_000;
const longestMs = 3_600_000;

/** Past this age a pending order is published again even while the queue still holds messages. */
export const veryOldMs = 900_000;

/** When an order that was published `times` times and is still pending is published again: 10 s, then twice as long each time, an hour at most. */
export function nextRepublishAt(times: number, now: Date): Date {
  const distanceMs = Math.min(firstMs * 2 ** Math.min(times, 20), longestMs);
  return new Date(now.getTime() + distanceMs);
}
