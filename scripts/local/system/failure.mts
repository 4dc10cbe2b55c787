// What went wrong in words for the user, and the one place that prints it.

/** A problem that its message explains whole, so that no stack is printed. */
export class Failure extends Error {}

/**
 * Runs a script's main function once its file is read whole; a number that it answers is the exit code, and a
 * Failure becomes its message and exit code 1.
 */
export function runScript(main: () => Promise<unknown>): void {
  setImmediate(() => void run(main));
}

async function run(main: () => Promise<unknown>): Promise<void> {
  try {
    const code = await main();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
