// Measures how fast the system is, next to what it could be at best and to the obvious design, in one run.
import { readBenchOptions } from './options.mts';
import { printResults } from './print-results.mts';
import { bounds, goals } from './goals.mts';
import { judge } from './judge.mts';
import { runBench } from './run-bench.mts';
import { writeResults } from './write-results.mts';
import { Failure, runScript } from '../local/system/failure.mts';
import { buildServices, installPackages } from '../local/system/install.mts';
import { startTestBacking, stopTestBacking, sweepKilledRuns, testFolder } from '../local/testing/test-backing.mts';

runScript(async () => {
  const options = readBenchOptions(process.argv.slice(2));
  await installPackages();
  await buildServices();
  await sweepKilledRuns();
  const folder = testFolder();
  const stopped = stopOnSignals();
  try {
    const backing = await startTestBacking(folder);
    const results = await runBench({ folder, backing, options, stopped });
    const judged = judge(goals, results);
    printResults(results, judged, judge(bounds, results));
    writeResults(results, options);
    const missed = judged.filter(({ holds }) => !holds);
    if (missed.length > 0) throw new Failure(`MISSED: ${missed.map(({ goal }) => goal).join('; ')}`);
  } finally {
    await stopTestBacking(folder);
  }
});

/** Ends the bench before the next measurement, so that nothing of it stays behind. */
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  return stopping.signal;
}
