// What the command line of scripts/test.mts asks for.
import path from 'node:path';
import { Failure } from '../system/failure.mts';
import { root } from '../system/folders.mts';

export interface TestOptions {
  isBuilt: boolean;
  isBacked: boolean;
  command: string[];
}

const usage = `usage: scripts/with-node scripts/test.mts [--project <name>]... [jest arguments]
       scripts/with-node scripts/test.mts --only backing -- <command>`;

/** Everything that is no option of this script goes to jest, or is the command behind `--`. */
export function readTestOptions(args: string[]): TestOptions {
  const separator = args.indexOf('--');
  if (args[0] === '--only') {
    if (args[1] !== 'backing' || separator !== 2 || args.length === 3) throw new Failure(usage);
    return { isBuilt: false, isBacked: true, command: args.slice(3) };
  }
  const { projects, rest } = takeProjects(args);
  const isUnitOnly = projects.length === 1 && projects[0] === 'unit';
  return { isBuilt: !isUnitOnly, isBacked: !isUnitOnly, command: [...jest, ...rest, ...selection(projects)] };
}

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
