// make simulate: runs new seeds for SECONDS, or one SEED with its timeline; FAULT plants a fault.
import { simulatorFaults } from '../planted-faults/registry';
import { soundParts, type Parts } from './parts';
import { runSeed, type Run } from './run-seed';
import { searchSeeds, seedsUntil } from './search';
import { withShortNames } from './timeline';

const { SEED, SECONDS = '30', FAULT } = process.env;
// A pager may close the output before the end of a timeline.
process.stdout.on('error', () => process.exit());

const print = (text: string) => void process.stdout.write(`${text}\n`);
const isGiven = (value: string | undefined): value is string => value !== undefined && value !== '';

const commandFor = (seed: number) =>
  `make simulate SEED=${String(seed)}${isGiven(FAULT) ? ` FAULT=${JSON.stringify(FAULT)}` : ''}`;

function partsWith(name: string | undefined): Parts {
  if (!isGiven(name)) return soundParts;
  const fault = simulatorFaults.find((known) => known.name === name);
  if (fault) return { ...soundParts, ...fault.parts };
  const names = simulatorFaults.map((known) => `  ${known.name}`).join('\n');
  throw new Error(`There is no planted fault of that name. There are:\n${names}`);
}

/** Reads a whole number from a variable. */
function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`${name} must be a whole number, not "${text}".`);
}

async function replay(seed: number, parts: Parts): Promise<boolean> {
  const run = await runSeed(seed, { parts, isRecorded: true });
  for (const line of run.timeline) print(line);
  return report(run);
}

async function search(seconds: number, parts: Parts): Promise<boolean> {
  const first = Date.now() % 1e9;
  const startedAt = performance.now();
  const seeds = seedsUntil(first, startedAt + seconds * 1_000);
  const { failed, played, counts } = await searchSeeds(seeds, parts);
  if (failed) {
    report(failed);
    print(`Its timeline: ${commandFor(failed.seed)}`);
    return false;
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  print(
    `${String(played)} seeds from ${String(first)} on, ${(played / minutes).toFixed(0)} a minute. Nothing was lost.`,
  );
  for (const [what, count] of Object.entries(counts).sort()) print(`  ${what.padEnd(22)} ${String(count)}`);
  return true;
}

function report({ seed, findings }: Run): boolean {
  const holds = findings.length === 0;
  print(`\nSeed ${String(seed)} ${holds ? 'holds.' : 'does not hold:'}`);
  for (const finding of findings) print(`  ${withShortNames(finding)}`);
  return holds;
}

async function simulate(): Promise<void> {
  const parts = partsWith(FAULT);
  const holds = isGiven(SEED)
    ? await replay(wholeNumber('SEED', SEED), parts)
    : await search(wholeNumber('SECONDS', SECONDS), parts);
  process.exitCode = holds ? 0 : 1;
}

simulate().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
