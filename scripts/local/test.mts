// Runs the tests, or any command, against MongoDB, Redis and LocalStack that live as long as it does.
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';
import { startTestBacking, stopTestBacking, sweepKilledRuns, testFolder } from './testing/test-backing.mts';

const script = 'scripts/with-node scripts/local/test.mts';
const [first, ...others] = process.argv.slice(2);

defineCommand(
  {
    about: 'Runs the tests, or any command, against backing services of their own.',
    usage: [
      'make test [ARGS="<jest arguments>"]',
      `${script} [--project <name>]... [jest arguments]`,
      `${script} --only backing -- <command>`,
    ],
  },
  ({ refuse }) => {
    const [what, separator, ...command] = others;
    if (first !== '--only') return runTests(process.argv.slice(2), refuse);
    if (what !== 'backing' || separator !== '--' || command.length === 0)
      return refuse('--only takes: backing -- <command>');
    return withBacking((env) => runCommand(command, env));
  },
  // All else is for jest.
  first === '--help' ? [first] : [],
);

const scriptTests = [
  process.execPath,
  ...['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--test', '--test-force-exit'],
  'scripts/**/*.test.mts',
];
const jest = [process.execPath, path.join(root, 'node_modules/jest/bin/jest.js')];

async function runTests(args: string[], refuse: (problem: string) => never): Promise<number> {
  const projects: string[] = [];
  const rest = [...args];
  while (rest[0] === '--project') projects.push(rest.splice(0, 2)[1] ?? refuse('--project takes a name'));
  const isUnitOnly = projects.length === 1 && projects[0] === 'unit';
  const tests = [...jest, ...rest, ...projects.flatMap((project) => ['--selectProjects', project])];
  const isWhole = rest.length === 0 && (isUnitOnly || projects.length === 0);
  // What a failed test left open must not keep a whole run from its end.
  const commands = isWhole ? [scriptTests, [...tests, '--forceExit']] : [tests];
  await installPackages();
  if (isUnitOnly) return runAll(commands, {});
  await buildAll();
  return withBacking((env) => runAll(commands, env));
}

/** One after the other, whatever those before say. */
async function runAll(commands: string[][], env: Record<string, string>): Promise<number> {
  let worst = 0;
  for (const command of commands) {
    worst = Math.max(worst, await runCommand(command, env));
    if (worst > 128) return worst;
  }
  return worst;
}

async function withBacking(work: (env: Record<string, string>) => Promise<number>): Promise<number> {
  await installPackages();
  await sweepKilledRuns();
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
