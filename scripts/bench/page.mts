// Writes the figures of a run into the page of benchmarks.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../local/system/folders.mts';
import type { Judged } from './judge.mts';
import { boundOf, rangeOf, type Results } from './results.mts';
import { median } from './statistics.mts';
import { ownCosts } from './whole-costs.mts';

const file = path.join(root, 'docs/benchmarks.md');
const section = /<!-- figures -->[\s\S]*?<!-- end -->/;

export async function writePage(results: Results, judged: Judged[]): Promise<void> {
  const text = readFileSync(file, 'utf8').replace(
    section,
    () => `<!-- figures -->\n\n${figuresOf(results, judged)}\n\n<!-- end -->`,
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

const figuresOf = (results: Results, judged: Judged[]) =>
  [introductionOf(results), goalsTable(judged), ratesTable(results), workTable(results)].filter(Boolean).join('\n\n');

const introductionOf = ({ at, commit, before, machine }: Results) =>
  `Commit \`${commit}\`${before === undefined ? '' : `, before is \`${before}\``}, ${at.slice(0, 10)}, ${machine.processors} processors (${machine.model}), Node ${machine.node}: the median of the rounds, with the least and the greatest.`;

const table = (heads: string[], rows: string[][]) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const goalsTable = (judged: Judged[]) =>
  table(
    ['goal', 'figure', 'must be', ''],
    judged.map((one) => [
      one.goal,
      rangeOf(one),
      boundOf(one),
      boundOf(one) === '' ? '' : one.holds ? 'holds' : 'missed',
    ]),
  );

const ratesTable = ({ rates }: Results) =>
  table(
    ['connections', 'case', 'a second', 'p50 ms', 'p99 ms', 'own processor ms'],
    rates.map(({ name, connections, rounds }) => [
      String(connections),
      name,
      median(rounds.map(({ acceptedPerSecond }) => acceptedPerSecond)).toFixed(0),
      median(rounds.map(({ p50 }) => p50)).toFixed(1),
      median(rounds.map(({ p99 }) => p99)).toFixed(1),
      median(rounds.map(({ cpuMs }) => ownCosts(cpuMs))).toFixed(2),
    ]),
  );

const workTable = ({ orders }: Results) =>
  orders &&
  table(
    ['in the life of one order that comes alone', 'count'],
    [...Object.entries(orders.work.commands), ...Object.entries(orders.work.indexWrites)]
      .filter(([, count]) => count >= 0.1)
      .map(([name, count]) => [`\`${name}\``, count.toFixed(1)]),
  );
