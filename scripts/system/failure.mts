// What went wrong in words for the user, and the one place that prints it.

/** A problem that its message explains whole, so that no stack is printed. */
export class Failure extends Error {}

/** Runs a script's main function once its file is read whole; a Failure becomes its message and exit code 1. */
export function runScript(main: () => Promise<number | void>): void {
  setImmediate(() => void run(main));
}

async function run(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
