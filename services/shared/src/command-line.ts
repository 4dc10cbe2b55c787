// Imports nothing but Node's own modules, so that the scripts can use it too, before any package is installed.
import { parseArgs, type ParseArgsConfig } from 'node:util';

export type CommandOptions = NonNullable<ParseArgsConfig['options']>;

/** What a command is called with. */
export interface CommandLine<Known extends CommandOptions> {
  /** What it does, in one sentence. */
  about: string;
  /** A line for each way to call it. */
  usage: readonly string[];
  options?: Known;
  /** How many words it takes beside its options; none where nothing is said. */
  words?: readonly [least: number, most: number];
}

/**
 * Reads what a command was called with. After `--help` it prints the usage and ends the process with exit code 0, after
 * wrong arguments with one line, the usage and exit code 2; `refuse` is for those that only the command knows to be wrong.
 */
export function readCommandLine<const Known extends CommandOptions>(
  { about, usage, options, words: [least, most] = [0, 0] }: CommandLine<Known>,
  args = process.argv.slice(2),
) {
  const usageText = `usage: ${usage.join('\n       ')}\n`;
  const end = (code: number, text: string): never => {
    (code === 0 ? process.stdout : process.stderr).write(text);
    return process.exit(code);
  };
  const refuse = (problem: string): never => end(2, `${problem}\n${usageText}`);
  if (args.includes('--help') || args.includes('-h')) end(0, `${about}\n\n${usageText}`);
  const { values, positionals: words } = parseOrRefuse({ args, options: options ?? ({} as Known) }, refuse);
  if (words.length < least) refuse('an argument is missing');
  const unexpected = words[most];
  if (unexpected !== undefined) refuse(`unexpected argument "${unexpected}"`);
  return { values, words, refuse };
}

function parseOrRefuse<const Known extends CommandOptions>(
  config: { args: string[]; options: Known },
  refuse: (problem: string) => never,
) {
  try {
    return parseArgs({ ...config, allowPositionals: true, strict: true });
  } catch (error) {
    // Node goes on to explain how such a word could be meant otherwise.
    return refuse(((error as Error).message.split(/[.:\n]/)[0] ?? '').trim());
  }
}
