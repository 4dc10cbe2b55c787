// Talks to the load generator, one load after the other.
import { fork } from 'node:child_process';
import path from 'node:path';
import { scriptOptions } from '../bench-process.mts';
import type { Load, LoadResult } from './load.mts';

export function startGenerator() {
  // As JSON the percentiles of no answers at all would not arrive as NaN.
  const child = fork(path.join(import.meta.dirname, 'worker.mts'), [], {
    execArgv: scriptOptions,
    serialization: 'advanced',
  });
  return {
    pid: child.pid ?? 0,
    run: (load: Load): Promise<LoadResult> =>
      new Promise((resolve, reject) => {
        child.once('message', ({ result, error }: { result?: LoadResult; error?: string }) => {
          if (result) resolve(result);
          else reject(new Error(`the load generator failed: ${error ?? ''}`));
        });
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}

export type Generator = ReturnType<typeof startGenerator>;
