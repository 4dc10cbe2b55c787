// Brings packages and build up to what the sources say.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './command.mts';
import { root, toolsDir } from './folders.mts';
import { withLock } from './lock.mts';
import { buildPage } from './page-build.mts';
import { serviceNames } from './settings.mts';
import { step } from './terminal.mts';

/** Installs the packages when those that are there are not those of the lockfile. */
export function installPackages(): Promise<void> {
  return withLock(path.join(toolsDir, 'packages.lock'), async () => {
    if (arePackagesInstalled()) return;
    await step('packages', 'installed from the lockfile', () =>
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
    );
  });
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
  const neededMegabytes = arePackagesInstalled() ? 300 : 2_000;
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

export function arePackagesInstalled(): boolean {
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
