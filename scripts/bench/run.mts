// What every run of a bench begins with: packages, builds, backing services of its own, and a note of where it ran.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { root, type RunFolder } from '../local/system/folders.mts';
import { buildServices, installPackages } from '../local/system/install.mts';
import { startTestBacking, stopTestBacking, sweepKilledRuns, testFolder } from '../local/testing/test-backing.mts';

type Work = (folder: RunFolder, backing: Record<string, string>, stopped: AbortSignal) => Promise<void>;

export async function withBacking(work: Work): Promise<void> {
  await installPackages();
  await buildServices();
  await sweepKilledRuns();
  const folder = testFolder();
  const stopped = stopOnSignals();
  try {
    await work(folder, await startTestBacking(folder), stopped);
  } finally {
    await stopTestBacking(folder);
  }
}

const commitOf = (checkout: string) =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: checkout, encoding: 'utf8' }).trim();

export const describeRun = (against?: string) => ({
  at: new Date().toISOString(),
  commit: commitOf(root),
  before: against && commitOf(against),
  machine: {
    processors: os.availableParallelism(),
    model: os.cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  },
});

/** Ends the bench before the next measurement, so that nothing of it stays behind. */
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  return stopping.signal;
}
