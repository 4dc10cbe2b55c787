// Waiting for something to become true.
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is true; says whether it became so in time. */
export async function waitUntil(
  isTrue: () => boolean | Promise<boolean>,
  { timeoutMs, everyMs = 100 }: { timeoutMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) return false;
    await sleep(everyMs);
  }
  return true;
}
