// What the command line of scripts/local/test.mts asks for.
import path from 'node:path';
import { Failure } from '../system/failure.mts';
import { root } from '../system/folders.mts';

export interface TestOptions {
  isBuilt: boolean;
  isBacked: boolean;
  /** Run one after the other; all of them, whatever the others say. */
  commands: string[][];
}

const usage = `usage: scripts/with-node scripts/local/test.mts [--project <name>]... [jest arguments]
       scripts/with-node scripts/local/test.mts --only backing -- <command>`;

/** Everything that is no option of this script goes to jest, or is the command behind `--`. */
export const readTestOptions = (args: string[]): TestOptions =>
  args[0] === '--only' ? readOnly(args) : readTests(args);

function readOnly([, what, separator, ...command]: string[]): TestOptions {
  if (what !== 'backing' || separator !== '--' || command.length === 0) throw new Failure(usage);
  return { isBuilt: false, isBacked: true, commands: [command] };
}

function readTests(args: string[]): TestOptions {
  const { projects, rest } = takeProjects(args);
  const isUnitOnly = projects.length === 1 && projects[0] === 'unit';
  const isWhole = rest.length === 0 && (isUnitOnly || projects.length === 0);
  const jestCommand = [...jest, ...rest, ...selection(projects)];
  return {
    isBuilt: !isUnitOnly,
    isBacked: !isUnitOnly,
    commands: isWhole ? [scriptTests, jestCommand] : [jestCommand],
  };
}

const scriptTests = [
  process.execPath,
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--test',
  '--test-force-exit',
  'scripts/**/*.test.mts',
];
const jest = [process.execPath, path.join(root, 'node_modules/jest/bin/jest.js')];

const selection = (projects: string[]) => (projects.length === 0 ? [] : ['--selectProjects', ...projects]);

function takeProjects(args: string[]): { projects: string[]; rest: string[] } {
  const projects: string[] = [];
  let rest = args;
  while (rest[0] === '--project') {
    if (rest[1] === undefined) throw new Failure(usage);
    projects.push(rest[1]);
    rest = rest.slice(2);
  }
  return { projects, rest };
}
