// Runs the tests, or any command, against MongoDB, Redis and LocalStack that live as long as it does.
import { Failure, runScript } from './system/failure.mts';
import { readTestOptions, type TestOptions } from './testing/options.mts';
import { runCommand } from './system/run-command.mts';
import { startTestBacking, stopTestBacking, sweepKilledRuns, testFolder } from './testing/test-backing.mts';

runScript(() => run(readTestOptions(process.argv.slice(2))));

async function run({ isBuilt, isBacked, command }: TestOptions): Promise<number> {
  if (isBuilt) await build();
  if (!isBacked) return runCommand(command, {});
  await sweepKilledRuns();
  return withBacking((env) => runCommand(command, env));
}

async function build(): Promise<void> {
  const code = await runCommand([process.execPath, 'node_modules/typescript/bin/tsc', '-b'], {});
  if (code !== 0) throw new Failure('The build failed, so nothing was tested.');
}

async function withBacking(work: (env: Record<string, string>) => Promise<number>): Promise<number> {
  const folder = testFolder();
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  try {
    const env = await startTestBacking(folder);
    return stopped.signal.aborted ? 130 : await work(env);
  } finally {
    await stopTestBacking(folder);
  }
}
