import { soundParts, type Parts } from './parts';
import { runSeed, type Run } from './run-seed';

/** Plays seeds one after the other until one does not hold; answers that one, or undefined, and how many were played. */
export async function searchSeeds(
  seeds: Iterable<number>,
  parts: Partial<Parts> = {},
): Promise<{ failed: Run | undefined; played: number }> {
  let played = 0;
  for (const seed of seeds) {
    played += 1;
    const run = await runSeed(seed, { parts: { ...soundParts, ...parts } });
    if (run.findings.length > 0) return { failed: run, played };
  }
  return { failed: undefined, played };
}

export function* seedsFrom(first: number, count: number): Generator<number> {
  for (let seed = first; seed < first + count; seed += 1) yield seed;
}
