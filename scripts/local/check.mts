// Runs every check that needs no backing services, and names the ones that failed with what they printed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure, defineCommand } from './system/command.mts';
import { installPackages } from './system/install.mts';
import { say, secondsSince } from './system/terminal.mts';

interface Check {
  name: string;
  command: [string, ...string[]];
  folder?: string;
}

const bin = (name: string) => `${process.cwd()}/node_modules/.bin/${name}`;

const atOnce = 2;

// The longest first, so that the others run beside it.
const checks: Check[] = [
  { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'scripts', command: [bin('tsc'), '-p', 'scripts'] },
  { name: 'boundaries', command: [bin('depcruise'), 'proto/src', 'services', 'tests'] },
  { name: 'unused', command: [bin('knip'), '--no-progress'] },
  { name: 'links', command: [bin('remark'), '--quiet', '--frail', '--no-stdout', '.'] },
  { name: 'protos', command: [bin('buf'), 'lint'], folder: 'proto' },
  { name: 'generated', command: [process.execPath, ...process.execArgv, 'scripts/generate/protos.mts', '--check'] },
  { name: 'collection', command: [process.execPath, ...process.execArgv, 'scripts/generate/postman.mts', '--check'] },
  { name: 'reference', command: [process.execPath, ...process.execArgv, 'scripts/generate/reference.mts', '--check'] },
  {
    name: 'chart docs',
    command: [process.execPath, ...process.execArgv, 'scripts/generate/chart-docs.mts', '--check'],
  },
  { name: 'script tests', command: [process.execPath, ...process.execArgv, '--test', 'scripts/**/*.test.mts'] },
  { name: 'unit tests', command: [process.execPath, bin('jest'), '--selectProjects', 'unit', '--silent'] },
];

defineCommand({ about: 'Runs every check that needs no backing services.', usage: ['make check'] }, async () => {
  await installPackages();
  const failed: string[] = [];
  const waiting = [...checks, ...(await breakingCheck())];
  const runWaiting = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runWaiting));
  if (failed.length > 0) throw new Failure(`Failed: ${failed.join(', ')}.`);
  console.log('\nAll checks passed.');
});

/** Compares the protos with the last release, or else with the commit before: against itself it could never fail. */
async function breakingCheck(): Promise<Check[]> {
  const [latestTag] = (await git('tag', '--list', 'v*', '--sort=-creatordate')).split('\n');
  const base = latestTag === undefined || latestTag === '' ? 'HEAD~1' : latestTag;
  const isThere = existsSync('.git') && (await git('ls-tree', base, 'proto/buf.yaml')) !== '';
  if (!isThere) {
    say('breaking', `left out: ${base} holds no protos to compare with`);
    return [];
  }
  const against = `../.git#ref=${base},subdir=proto`;
  return [{ name: 'breaking', command: [bin('buf'), 'breaking', '--against', against], folder: 'proto' }];
}

async function passes({ name, command: [program, ...args], folder }: Check): Promise<boolean> {
  const started = performance.now();
  const { failed, output } = await run(program, args, folder);
  say(name, `${(failed ? 'FAILED' : 'passed').padEnd(34)}${secondsSince(started)}`);
  if (failed) console.log(output);
  return !failed;
}

const git = async (...args: string[]) => (await run('git', args)).output.trim();

const run = (program: string, args: string[], folder = '.') =>
  new Promise<{ failed: boolean; output: string }>((resolve) => {
    execFile(program, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: `${stdout}${error === null ? '' : stderr}` });
    });
  });
