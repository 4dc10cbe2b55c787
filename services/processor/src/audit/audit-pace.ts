export interface AuditPaceNeeds {
  ordersPerSecond: number;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
}

/** Lets an audit read so many orders a second and no more; what was not used is not saved up. */
export function createAuditPace({ ordersPerSecond, monotonicMs, wait }: AuditPaceNeeds) {
  let nextAt = 0;
  return async (orders: number): Promise<void> => {
    const now = monotonicMs();
    const waitMs = Math.max(0, nextAt - now);
    nextAt = Math.max(now, nextAt) + (orders * 1_000) / ordersPerSecond;
    if (waitMs > 0) await wait(waitMs);
  };
}
