// How each of our commands begins and ends, and what went wrong in words for the user.
import { styleText } from 'node:util';
import { readCommandLine, type CommandLine, type CommandOptions } from '../../../services/shared/src/command-line.ts';

/** A problem that its message explains whole, so that no stack is printed. */
export class Failure extends Error {}

type Asked<Known extends CommandOptions> = ReturnType<typeof readCommandLine<Known>>;

/**
 * Reads the command line and runs the main function, once its file is read whole. A number that it answers is the exit
 * code, and a Failure becomes its message and exit code 1.
 */
export function defineCommand<const Known extends CommandOptions>(
  commandLine: CommandLine<Known>,
  main: (asked: Asked<Known>) => unknown,
  args = process.argv.slice(2),
): void {
  setImmediate(() => void run(() => main(readCommandLine(commandLine, args))));
}

async function run(main: () => unknown): Promise<void> {
  try {
    const code = await main();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    console.error(error instanceof Failure ? styleText('red', error.message, { stream: process.stderr }) : error);
    process.exitCode = 1;
  }
}
