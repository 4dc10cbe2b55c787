// What commands print: steps with their time, tables with aligned columns, and colour on a terminal only.
import { styleText } from 'node:util';

/** A line about one part. */
export const say = (part: string, text: string) => console.log(`${styleText('bold', part.padEnd(12))}${text}`);

export const heading = (text: string) => console.log(styleText('bold', text));

/** What to do next, at the end of what was listed. */
export const hint = (text: string) => console.log(styleText('dim', `\n${text}`));

/** Rows below their heads, as wide as their cells. */
export function table(heads: string[], rows: string[][]): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(styleText('bold', line(heads)));
  for (const row of rows) console.log(line(row));
}

/** Names and values below each other. */
export function facts(all: Record<string, string>): void {
  const width = Math.max(...Object.keys(all).map((name) => name.length)) + 2;
  for (const [name, value] of Object.entries(all)) console.log(`${styleText('bold', name.padEnd(width))}${value}`);
}

export const json = (value: unknown) => console.log(JSON.stringify(value, null, 2));

/** Runs one step and says how long it took; on a terminal also that it has begun, where that takes a while. */
export async function step<T>(part: string, text: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const started = performance.now();
  const progress = showProgress(part, started);
  try {
    const result = await work(progress);
    progress.clear();
    say(part, `${text.padEnd(34)}${secondsSince(started)}`);
    return result;
  } finally {
    progress.clear();
  }
}

export const secondsSince = (started: number) => `${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s`;

export interface Progress {
  /** What is done so far. */
  report: (text: string) => void;
  clear: () => void;
}

const running = new Map<string, string>();

/** One line for all that is under way, written over and over; on a terminal only. */
function showProgress(part: string, started: number): Progress {
  if (!process.stdout.isTTY) return { report: () => undefined, clear: () => undefined };
  running.set(part, '');
  const timer = setInterval(() => {
    if (performance.now() - started > 1_000) rewrite();
  }, 250).unref();
  return {
    report: (text) => void running.set(part, text),
    clear: () => {
      clearInterval(timer);
      running.delete(part);
      process.stdout.write('\r\u001b[K');
    },
  };
}

const frames = ['|', '/', '-', '\\'];

function rewrite(): void {
  const frame = frames[Math.floor(performance.now() / 250) % frames.length] ?? '';
  const parts = [...running].map(([part, text]) => `${part} ${text}`.trim()).join(', ');
  const line = `${frame} ${parts}`.slice(0, (process.stdout.columns || 80) - 1);
  process.stdout.write(`\r${styleText('dim', line)}\u001b[K`);
}
