// Brings packages and build up to what the sources say.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from './command.mts';
import { root, toolsDir } from './folders.mts';
import { withLock } from './lock.mts';
import { buildPage } from './page-build.mts';
import { serviceNames } from './settings.mts';
import { step } from './terminal.mts';

/** What runs and builds the services, or also all that tests and checks need. */
export type Packages = 'services' | 'all';

/** Installs the packages when those that are there are not those of the lockfile. */
export function installPackages(packages: Packages = 'all'): Promise<void> {
  return withLock(path.join(toolsDir, 'packages.lock'), async () => {
    if (arePackagesInstalled(packages)) return;
    await step('packages', 'installed from the lockfile', ({ report }) => install(packages, report));
  });
}

const serviceWorkspaces = ['proto', 'services/shared', ...serviceNames.map((name) => `services/${name}`)];

async function install(packages: Packages, report: (text: string) => void): Promise<void> {
  // What is there for the services stays: npm ci would begin with an empty folder.
  const command = isStampedFor('services') ? ['install', '--no-save'] : ['ci'];
  const workspaces = packages === 'services' ? serviceWorkspaces.map((name) => `--workspace=${name}`) : [];
  await runNpm([...command, ...workspaces, '--include=dev', '--no-audit', '--no-fund'], report);
  writeFileSync(stampFile, JSON.stringify({ packages, lockfile: lockfileHash() }));
}

// npm ci removes it with the rest of the folder.
const stampFile = path.join(root, 'node_modules/.installed.json');

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

function isStampedFor(packages: Packages): boolean {
  if (!existsSync(stampFile)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { packages: Packages; lockfile: string };
  return stamp.packages === packages && stamp.lockfile === lockfileHash();
}

/** Compiles what changed of the services since the last time. */
export const buildServices = () => build(serviceNames.map((name) => `services/${name}`));

/** Compiles what changed of everything, the tests too. */
export const buildAll = () => build([]);

function build(projects: string[]): Promise<void> {
  const tsc = ['node_modules/typescript/bin/tsc', '-b', ...projects];
  return withLock(path.join(toolsDir, 'build.lock'), async () => {
    await Promise.all([run(process.execPath, tsc), buildPage((args) => run(process.execPath, args))]);
  });
}

/** Fails early on a disk that is about to be full, where programs would fail late and oddly. */
export function checkDisk(folders: string[]): void {
  const neededMegabytes = arePackagesInstalled('services') ? 300 : 2_000;
  for (const folder of folders) {
    const { bavail, bsize } = statfsSync(folder);
    const freeMegabytes = Math.floor((bavail * bsize) / 1e6);
    if (freeMegabytes >= neededMegabytes) continue;
    throw new Failure(
      `The disk of ${folder} is full: ${freeMegabytes} MB are free, and ${neededMegabytes} MB are needed.`,
    );
  }
}

interface Lockfile {
  packages: Record<string, { version?: string; optional?: boolean; devOptional?: boolean; link?: boolean }>;
}

export function arePackagesInstalled(packages: Packages): boolean {
  if (packages === 'services' && isStampedFor('services')) return true;
  const installed = readLockfile('node_modules/.package-lock.json');
  const wanted = readLockfile('package-lock.json');
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted.packages).every(([name, entry]) => {
    // Optional ones are there for some platforms only.
    const mayMiss = entry.optional === true || entry.devOptional === true || !name.includes('node_modules/');
    return mayMiss || (installed.packages[name]?.version === entry.version && existsSync(path.join(root, name)));
  });
}

function readLockfile(name: string): Lockfile | undefined {
  const file = path.join(root, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Lockfile) : undefined;
}

/** Its log says of each package that it was fetched; what it fails with is shown whole. */
async function runNpm(args: string[], report: (text: string) => void): Promise<void> {
  const child = spawn('npm', [...args, '--loglevel=http'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const failed: string[] = [];
  let fetched = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith('npm http fetch')) report(`${(fetched += 1)} downloaded`);
    else if (line.startsWith('npm error')) failed.push(line);
  }
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Failure([`npm ${args[0] ?? ''} failed:`, ...failed].join('\n'));
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(new Failure(`${command} could not be started: ${error.message}`)));
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Failure(`"${path.basename(command)} ${path.basename(args[0] ?? '')}" failed, see above.`));
    });
  });
}
