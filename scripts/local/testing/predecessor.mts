// The version to upgrade from: a commit of this repository, built in a folder of its own under .run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../system/command.mts';
import { root } from '../system/folders.mts';
import { runCommand } from '../system/run-command.mts';
import { step } from '../system/terminal.mts';

// Until there is a release: the last commit before calls were grouped and before products had prices.
const beforeReleases = '0578da0037d98423a9e3cc201c8d52af95094c4c';

/** The path of a checkout that is built; by default of the last release before this commit. */
export async function buildPredecessor(from?: string): Promise<string> {
  if (from !== undefined && existsSync(from)) return path.resolve(from);
  const commit = commitOf(from ?? lastRelease() ?? beforeReleases);
  const checkout = path.join(root, '.run/predecessors', commit);
  // Written last, so that a build that was stopped is begun again.
  const stamp = path.join(checkout, '.built');
  if (existsSync(stamp)) return checkout;
  rmSync(checkout, { recursive: true, force: true });
  mkdirSync(checkout, { recursive: true });
  git(['archive', '--output', `${checkout}.tar`, commit]);
  execFileSync('tar', ['-xf', `${checkout}.tar`, '-C', checkout]);
  rmSync(`${checkout}.tar`);
  await step('predecessor', `built from ${commit.slice(0, 7)}`, () => build(checkout));
  writeFileSync(stamp, '');
  return checkout;
}

async function build(checkout: string): Promise<void> {
  // Its own way to build, with the Node that runs this.
  const PATH = `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const code = await runCommand(['make', '--no-print-directory', '-C', checkout, 'build'], { PATH, MAKEFLAGS: '' });
  if (code !== 0) throw new Failure(`"make build" failed in ${checkout}, see above.`);
}

function commitOf(name: string): string {
  try {
    return git(['rev-parse', '--verify', `${name}^{commit}`]);
  } catch {
    throw new Failure(
      `${name} is no commit of this repository; a clone without history gets it by "git fetch --unshallow".`,
    );
  }
}

function lastRelease(): string | undefined {
  try {
    return git(['describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^']);
  } catch {
    return undefined;
  }
}

const git = (args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
