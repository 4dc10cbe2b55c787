import { soundParts, type Parts } from './parts';
import { runSeed, type Run } from './run-seed';

export interface Search {
  /** The first run with findings. */
  failed: Run | undefined;
  played: number;
  /** How often each failure was injected, and how orders ended. */
  counts: Record<string, number>;
}

/** Runs one seed after the other until one has findings. */
export async function searchSeeds(seeds: Iterable<number>, parts: Partial<Parts> = {}): Promise<Search> {
  const counts: Record<string, number> = {};
  let played = 0;
  for (const seed of seeds) {
    played += 1;
    const run = await runSeed(seed, { parts: { ...soundParts, ...parts } });
    for (const [what, count] of Object.entries(run.counts)) counts[what] = (counts[what] ?? 0) + count;
    if (run.findings.length > 0) return { failed: run, played, counts };
  }
  return { failed: undefined, played, counts };
}

export function* seedsFrom(first: number, count: number): Generator<number> {
  for (let seed = first; seed < first + count; seed += 1) yield seed;
}

/** Seeds until `performance.now()` reaches a time. */
export function* seedsUntil(first: number, endsAtMs: number): Generator<number> {
  for (let seed = first; performance.now() < endsAtMs; seed += 1) yield seed;
}
