// One measurement: a load on a chain, with what each process used for it.
import { cpuSecondsOf, memoryMiBOf } from './process-costs.mts';
import type { Generator } from './load/generator.mts';
import type { Load, LoadResult } from './load/load.mts';

export interface WatchedProcess {
  name: string;
  pid: number;
}

export interface Measured extends Omit<LoadResult, 'acknowledged'> {
  /** Processor milliseconds for an accepted answer, by process. */
  cpuMs: Record<string, number>;
  memoryMiB: Record<string, number>;
}

export interface Measuring {
  generator: Generator;
  /** All that takes part. */
  watched: WatchedProcess[];
}

/** Runs the load; the processor time of the warm-up counts as well, and so do its orders. */
export async function measure(
  { generator, watched }: Measuring,
  load: Load,
): Promise<{ measured: Measured; acknowledged: [string, number][] }> {
  const before = watched.map(({ pid }) => cpuSecondsOf(pid));
  const { acknowledged, ...result } = await generator.run(load);
  const used = watched.map(({ name, pid }, place) => [name, cpuSecondsOf(pid) - (before[place] ?? 0)] as const);
  const answers = (result.accepted * (load.warmSeconds + load.seconds)) / load.seconds;
  const cpuMs = used.map(([name, seconds]) => [name, (seconds * 1_000) / answers] as const);
  const memoryMiB = watched.map(({ name, pid }) => [name, memoryMiBOf(pid)] as const);
  return {
    measured: { ...result, cpuMs: Object.fromEntries(cpuMs), memoryMiB: Object.fromEntries(memoryMiB) },
    acknowledged,
  };
}
