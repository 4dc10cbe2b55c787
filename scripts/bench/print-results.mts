// Prints what a run found out: ratios first, then the figures behind them.
import type { Judged } from './judge.mts';
import type { Measured } from './measure.mts';
import type { Rates } from './rates.mts';
import { forecastLines } from './model.mts';
import type { Results } from './results.mts';
import { median } from './statistics.mts';

export function printResults(results: Results, judged: Judged[], bounds: Judged[]): void {
  console.log('\nGoals: the median of the rounds, their least and greatest, and what it must be.\n');
  for (const one of judged) console.log(goalLine(one));
  if (bounds.length > 0)
    console.log('\nThe same of the references: what the goals ask for, and what stands in the way.\n');
  for (const one of bounds) console.log(goalLine(one));
  console.log('\nRates: accepted answers a second, and the milliseconds of one. Medians of the rounds.\n');
  console.log(`  ${'conn.'.padEnd(6)}${'case'.padEnd(40)}${heads}`);
  for (const rate of results.rates) console.log(rateLine(rate));
  console.log('\nProcessor milliseconds for one order or answer, by process, and memory in MiB.\n');
  for (const rate of results.rates) console.log(costLine(rate));
  console.log('');
  for (const line of [...otherLines(results), ...forecastLines(results)]) console.log(`  ${line}`);
}

const heads = ['per s', 'p50', 'p95', 'p99', 'refused'].map((head) => head.padStart(9)).join('');

function goalLine({ goal, figure, bound, unit, holds }: Judged): string {
  const show = (value: number) => `${value.toFixed(unit === 'x' ? 2 : 0)}${unit === 'x' ? '' : ` ${unit}`}`;
  const range = figure.min === figure.max ? '' : ` (${show(figure.min)} to ${show(figure.max)})`;
  return `  ${holds ? 'holds ' : 'MISSED'}  ${goal.padEnd(76)} ${show(figure.median)}${range}, goal ${show(bound)}`;
}

const medianOf = (rounds: Measured[], pick: (measured: Measured) => number) => median(rounds.map(pick));

function rateLine({ name, connections, rounds }: Rates): string {
  const picks: ((measured: Measured) => number)[] = [
    ({ acceptedPerSecond }) => acceptedPerSecond,
    ({ p50 }) => p50,
    ({ p95 }) => p95,
    ({ p99 }) => p99,
    ({ refused }) => Object.values(refused).reduce((sum, count) => sum + count, 0),
  ];
  const cells = picks.map((pick, place) =>
    medianOf(rounds, pick)
      .toFixed(place === 0 ? 0 : 1)
      .padStart(9),
  );
  return `  ${String(connections).padEnd(6)}${name.padEnd(40)}${cells.join('')}`;
}

function costLine({ name, connections, rounds }: Rates): string {
  const names = Object.keys(rounds[0]?.cpuMs ?? {});
  const cells = names.map((process) => {
    const cpu = medianOf(rounds, ({ cpuMs }) => cpuMs[process] ?? NaN).toFixed(2);
    return `${process} ${cpu} ms ${medianOf(rounds, ({ memoryMiB }) => memoryMiB[process] ?? NaN).toFixed(0)} MiB`;
  });
  return `  ${String(connections).padEnd(6)}${name.padEnd(40)}  ${cells.join(', ')}`;
}

/** What is no rate: a line for each that was measured. */
export function otherLines({ driver, lagModest, lagFull, drain, mailsPerSecond }: Results): string[] {
  const lines: string[] = [];
  if (driver) {
    lines.push(
      `the driver alone, 32 orders a transaction: ${driver.groupCommitSpread.toFixed(0)}/s spread, ${driver.groupCommitOneProduct.toFixed(0)}/s on one product`,
      `the driver alone, p50: ${driver.reserveMs.toFixed(1)} ms a reserve commit, ${driver.insertMs.toFixed(1)} ms a majority insert`,
    );
  }
  for (const lag of [lagModest, lagFull]) {
    if (!lag) continue;
    const { ordersPerSecond, p50, p95, p99, orders } = lag;
    const times = [p50, p95, p99].map((time) => time.toFixed(0)).join(', ');
    lines.push(
      `201 to Processed at ${ordersPerSecond.toFixed(0)} orders/s: p50, p95, p99 ${times} ms of ${orders} orders`,
    );
  }
  if (drain) {
    lines.push(
      `a backlog of ${drain.orders} drains at ${drain.ordersPerSecond.toFixed(0)}/s; the queue alone gives ${drain.queueAlonePerSecond.toFixed(0)}/s`,
    );
  }
  if (mailsPerSecond !== undefined) lines.push(`mails without a limit on their pace: ${mailsPerSecond.toFixed(0)}/s`);
  return lines;
}
