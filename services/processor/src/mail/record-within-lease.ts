export interface RecordWithinLeaseNeeds {
  monotonicMs: () => number;
  isStopping: () => boolean;
  wait: (milliseconds: number) => Promise<unknown>;
}

const retryMs = 250;

/** Retries `record` while the claim is certainly ours: what is not recorded as sent goes out twice. */
export async function recordWithinLease(
  { monotonicMs, isStopping, wait }: RecordWithinLeaseNeeds,
  leaseEndsAtMs: number,
  record: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    try {
      await record();
      return;
    } catch (error) {
      if (isStopping() || monotonicMs() >= leaseEndsAtMs) throw error;
      await wait(retryMs);
    }
  }
}
