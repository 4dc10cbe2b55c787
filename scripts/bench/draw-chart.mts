// Draws docs/benchmarks.svg from the last make bench, or from the results that are named.
import { readFileSync, writeFileSync } from 'node:fs';
import { drawRates } from './chart.mts';
import type { Results } from './results.mts';
import { runScript } from '../local/system/failure.mts';

runScript(() => {
  const results = JSON.parse(readFileSync(process.argv[2] ?? '.run/bench/bench.json', 'utf8')) as Results;
  writeFileSync('docs/benchmarks.svg', drawRates(results));
  return Promise.resolve();
});
