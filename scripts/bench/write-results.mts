// Keeps what a run found out.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/system/folders.mts';
import { say } from '../local/system/steps.mts';
import type { BenchOptions } from './options.mts';
import type { Results } from './results.mts';

/** As JSON below .run/bench, from which the chart is drawn. */
export function writeResults(results: Results, { isQuick }: BenchOptions): void {
  const folder = path.join(root, '.run/bench');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, isQuick ? 'quick.json' : 'bench.json');
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  say('\nresults', path.relative(root, file));
}
