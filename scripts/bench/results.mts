// All that a run found out: printed as tables, and kept as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/system/folders.mts';
import { say } from '../local/system/terminal.mts';
import type { Judged } from './judge.mts';
import type { Measured, Rates } from './measure.mts';
import { median } from './statistics.mts';
import type { WebhookCosts } from './webhook-costs.mts';
import { ownCosts, type Lag, type OrderCosts } from './whole-costs.mts';

export interface Results {
  at: string;
  machine: { processors: number; model: string; memoryGiB: number; node: string };
  commit: string;
  /** The commit of `--against`. */
  before?: string | undefined;
  rates: Rates[];
  lag?: Lag;
  fullLag?: Lag;
  orders?: OrderCosts | undefined;
  ordersBefore?: OrderCosts | undefined;
  memory?: Record<string, number[]>;
  webhooks?: WebhookCosts;
}

export function printResults({ rates, commit, before, orders, ordersBefore }: Results, judged: Judged[]): void {
  const beside = before === undefined ? '' : `, before is ${before}`;
  console.log(`\nFigures of ${commit}${beside}: the median of the rounds (least to greatest), and what it must be.\n`);
  for (const one of judged) console.log(goalLine(one));
  console.log('\nRates: accepted answers a second, and the milliseconds of one; processor milliseconds by process.\n');
  console.log(`  ${'conn.'.padEnd(6)}${'case'.padEnd(40)}${heads}`);
  for (const rate of rates) console.log(rateLine(rate));
  if (orders) {
    console.log(
      `\nThe database in the life of one order that comes alone: commands, and writes to each index${beside}.\n`,
    );
    for (const kind of ['commands', 'indexWrites'] as const)
      for (const name of Object.keys({ ...orders.work[kind], ...ordersBefore?.work[kind] }))
        console.log(
          workLine(
            name,
            [orders, ordersBefore].map((one) => one && (one.work[kind][name] ?? 0)),
          ),
        );
  }
}

export function keepResults(results: object, name: string): void {
  const file = path.join(root, '.run/bench', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  say('\nresults', path.relative(root, file));
}

const verdicts = { true: 'holds ', false: 'MISSED' };

const digitsOf: Record<Judged['unit'], number> = { '%': 0, MiB: 0, 'ms/s': 1, '': 1, ms: 2, x: 2 };

const show = ({ unit }: Judged, value: number) => `${value.toFixed(digitsOf[unit])} ${unit}`.trimEnd();

/** The figure of a goal, with the least and the greatest of its rounds. */
export function rangeOf(one: Judged): string {
  const { median: middle, min, max } = one.figure;
  return `${show(one, middle)}${min === max ? '' : ` (${show(one, min)} to ${show(one, max)})`}`;
}

/** What the figure must be; empty where it is only told. */
export function boundOf(one: Judged): string {
  const bound = one.atLeast ?? one.atMost;
  return bound === undefined ? '' : `${one.atLeast === undefined ? 'at most' : 'at least'} ${show(one, bound)}`;
}

function goalLine(one: Judged): string {
  const bound = boundOf(one);
  const verdict = bound === '' ? '      ' : verdicts[`${one.holds}`];
  return `  ${verdict}  ${one.goal.padEnd(62)} ${rangeOf(one)}${bound === '' ? '' : `, ${bound}`}`;
}

const workLine = (name: string, counts: (number | undefined)[]) =>
  `  ${name.padEnd(50)} ${counts.map((count) => (count === undefined ? '' : count.toFixed(1).padStart(6))).join(' ')}`;

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
