// Runs the tests, or any command, against MongoDB, Redis and LocalStack that live as long as it does.
import { runScript } from './system/failure.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';
import { readTestOptions, type TestOptions } from './testing/options.mts';
import { startTestBacking, stopTestBacking, sweepKilledRuns, testFolder } from './testing/test-backing.mts';

runScript(() => run(readTestOptions(process.argv.slice(2))));

async function run({ isBuilt, isBacked, commands }: TestOptions): Promise<number> {
  await installPackages();
  if (isBuilt) await buildAll();
  if (!isBacked) return runAll(commands, {});
  await sweepKilledRuns();
  return withBacking((env) => runAll(commands, env));
}

async function runAll(commands: string[][], env: Record<string, string>): Promise<number> {
  let worst = 0;
  for (const command of commands) {
    worst = Math.max(worst, await runCommand(command, env));
    if (worst > 128) return worst;
  }
  return worst;
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
