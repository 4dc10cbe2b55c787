// make simulate: plays fresh seeds for SECONDS, or one SEED with its whole story; with FAULT a planted fault is in it.
import { plantedFaults } from '../planted-faults/registry';
import { soundParts, type Parts } from './parts';
import { runSeed, type Run } from './run-seed';
import { searchSeeds, seedsUntil } from './search';
import { withShortNames } from './timeline';

const { SEED, SECONDS = '30', FAULT } = process.env;
// Who reads a story with a pager may leave before its end.
process.stdout.on('error', () => process.exit());

const say = (text: string) => void process.stdout.write(`${text}\n`);
const isGiven = (value: string | undefined): value is string => value !== undefined && value !== '';

const again = (seed: number) =>
  `make simulate SEED=${String(seed)}${isGiven(FAULT) ? ` FAULT=${JSON.stringify(FAULT)}` : ''}`;

function partsWith(name: string | undefined): Parts {
  if (!isGiven(name)) return soundParts;
  const fault = plantedFaults.find((known) => known.name === name);
  if (fault) return { ...soundParts, ...fault.parts };
  const names = plantedFaults.map((known) => `  ${known.name}`).join('\n');
  throw new Error(`There is no planted fault of that name. These are there:\n${names}`);
}

/** A whole number of a variable, or a word of what is wrong with it. */
function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`${name} must be a whole number, and is "${text}".`);
}

async function replay(seed: number, parts: Parts): Promise<boolean> {
  const run = await runSeed(seed, { parts, isTold: true });
  for (const line of run.story) say(line);
  return judge(run);
}

async function search(seconds: number, parts: Parts): Promise<boolean> {
  const first = Date.now() % 1e9;
  const startedAt = performance.now();
  const seeds = seedsUntil(first, startedAt + seconds * 1_000);
  const { failed, played, counts } = await searchSeeds(seeds, parts);
  if (failed) {
    judge(failed);
    say(`Its story: ${again(failed.seed)}`);
    return false;
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  say(`${String(played)} seeds from ${String(first)} on, ${(played / minutes).toFixed(0)} a minute. Nothing was lost.`);
  for (const [what, count] of Object.entries(counts).sort()) say(`  ${what.padEnd(22)} ${String(count)}`);
  return true;
}

function judge({ seed, findings }: Run): boolean {
  const holds = findings.length === 0;
  say(`\nSeed ${String(seed)} ${holds ? 'holds.' : 'does not hold:'}`);
  for (const finding of findings) say(`  ${withShortNames(finding)}`);
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
