// All that a run found out: printed as tables, and kept as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/system/folders.mts';
import { say } from '../local/system/terminal.mts';
import type { Work } from './database-work.mts';
import type { Judged } from './judge.mts';
import type { Measured, Rates } from './measure.mts';
import { median } from './statistics.mts';
import { ownCosts, type Lag, type WholeCosts } from './whole-costs.mts';

export interface Results {
  at: string;
  machine: { processors: number; model: string; memoryGiB: number; node: string };
  commit: string;
  /** The commit of `--against`. */
  before?: string | undefined;
  rates: Rates[];
  lag?: Lag;
  fullLag?: Lag;
  whole?: WholeCosts;
  wholeBefore?: WholeCosts;
  work?: Work;
  workBefore?: Work;
  memory?: Record<string, number[]>;
}

export function printResults({ rates, commit, before, work }: Results, judged: Judged[]): void {
  const beside = before === undefined ? '' : `, before is ${before}`;
  console.log(`\nFigures of ${commit}${beside}: the median of the rounds (least to greatest), and what it must be.\n`);
  for (const one of judged) console.log(goalLine(one));
  console.log('\nRates: accepted answers a second, and the milliseconds of one; processor milliseconds by process.\n');
  console.log(`  ${'conn.'.padEnd(6)}${'case'.padEnd(40)}${heads}`);
  for (const rate of rates) console.log(rateLine(rate));
  if (work) {
    console.log('\nThe database in the life of one order that comes alone: commands, and writes to each index.\n');
    for (const counts of [work.commands, work.indexWrites])
      for (const [name, count] of Object.entries(counts))
        if (count >= 0.1) console.log(`  ${name.padEnd(50)} ${count.toFixed(1)}`);
  }
}

export function keepResults(results: Results, name: string): void {
  const file = path.join(root, '.run/bench', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  say('\nresults', path.relative(root, file));
}

const verdicts = { true: 'holds ', false: 'MISSED' };

const digitsOf: Record<Judged['unit'], number> = { '%': 0, MiB: 0, 'ms/s': 1, '': 1, ms: 2, x: 2 };

function goalLine({ goal, figure, unit, atLeast, atMost, holds }: Judged): string {
  const show = (value: number) => `${value.toFixed(digitsOf[unit])} ${unit}`.trimEnd();
  const range = figure.min === figure.max ? '' : ` (${show(figure.min)} to ${show(figure.max)})`;
  const bound = atLeast ?? atMost;
  const verdict = bound === undefined ? '      ' : verdicts[`${holds}`];
  const wanted = bound === undefined ? '' : `, ${atLeast === undefined ? 'at most' : 'at least'} ${show(bound)}`;
  return `  ${verdict}  ${goal.padEnd(62)} ${show(figure.median)}${range}${wanted}`;
}

const heads = ['per s', 'p50', 'p95', 'p99', 'refused', 'own ms'].map((head) => head.padStart(9)).join('');

function rateLine({ name, connections, rounds }: Rates): string {
  const medianOf = (pick: (measured: Measured) => number) => median(rounds.map(pick));
  const refusedOf = ({ refused }: Measured) => Object.values(refused).reduce((sum, count) => sum + count, 0);
  const cells = [
    medianOf(({ acceptedPerSecond }) => acceptedPerSecond).toFixed(0),
    ...([({ p50 }) => p50, ({ p95 }) => p95, ({ p99 }) => p99] as ((measured: Measured) => number)[]).map((pick) =>
      medianOf(pick).toFixed(1),
    ),
    medianOf(refusedOf).toFixed(0),
    medianOf(({ cpuMs }) => ownCosts(cpuMs)).toFixed(2),
  ];
  const costs = Object.keys(rounds[0]?.cpuMs ?? {}).map(
    (process) => `${process} ${medianOf(({ cpuMs }) => cpuMs[process] ?? NaN).toFixed(2)}`,
  );
  const figures = cells.map((cell) => cell.padStart(9)).join('');
  return `  ${String(connections).padEnd(6)}${name.padEnd(40)}${figures}   ${costs.join(', ')}`;
}
