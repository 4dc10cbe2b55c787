// Keeps Python packages that carry programs in virtual environments of their own below .run/tools.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { toolsDir } from '../system/folders.mts';
import { withLock } from '../system/lock.mts';
import { say, step } from '../system/terminal.mts';
import { findOnPath, outputOf } from './program.mts';
import { findUv, indexOfPip } from './uv.mts';

const run = promisify(execFile);

export interface PythonPackages {
  name: string;
  requirements: string[];
  constraints?: string[];
  /** The Python 3 minor versions that the packages take. */
  oldestPython?: number;
  newestPython?: number;
  /** The Python that the packages were built for, where they hold programs that need none and are offered for that one only. */
  builtFor?: string;
}

export interface PythonHome {
  python: string;
  sitePackages: string;
}

/** The environment that holds the packages, installed when it is not there yet; or the reason why it cannot be. */
export function pythonPackages(packages: PythonPackages): Promise<PythonHome | { reason: string }> {
  const venv = path.join(toolsDir, packages.name);
  return withLock(`${venv}.lock`, async () => {
    const wanted = JSON.stringify(packages);
    if (!isInstalled(venv, wanted)) {
      const reason = await install(venv, packages);
      if (reason !== undefined) return { reason };
      writeFileSync(stampOf(venv), wanted);
    }
    return homeOf(venv);
  });
}

const stampOf = (venv: string) => path.join(venv, 'installed.json');
const pythonOf = (venv: string) => path.join(venv, 'bin/python');

function isInstalled(venv: string, wanted: string): boolean {
  return existsSync(pythonOf(venv)) && existsSync(stampOf(venv)) && readFileSync(stampOf(venv), 'utf8') === wanted;
}

async function install(venv: string, packages: PythonPackages): Promise<string | undefined> {
  const found = await fittingPython(packages);
  if ('reason' in found) return `${packages.name} from Python packages: ${found.reason}`;
  say(packages.name, 'installing it from Python packages, once');
  rmSync(venv, { recursive: true, force: true });
  try {
    await step(packages.name, 'installed', async ({ report }) => {
      report('downloading');
      if (!(await installWithUv(found.python, venv, packages))) await installWithPip(found.python, venv, packages);
    });
    return undefined;
  } catch (error) {
    rmSync(venv, { recursive: true, force: true });
    return `${packages.name} from Python packages: ${lastWords(error)}`;
  }
}

/** Says whether it worked; what uv cannot do, pip may. */
async function installWithUv(python: string, venv: string, packages: PythonPackages): Promise<boolean> {
  const uv = await findUv(python);
  if (uv === undefined) return false;
  const env = { ...process.env, ...(await indexOfPip()) };
  try {
    await run(uv, ['venv', '--quiet', '--clear', '--python', python, venv], { env });
    const install = ['pip', 'install', '--quiet', '--python', pythonOf(venv)];
    await run(uv, [...install, ...wanted(venv, packages, '--python-platform=x86_64-manylinux_2_28')], { env });
    return true;
  } catch {
    return false;
  }
}

async function installWithPip(python: string, venv: string, packages: PythonPackages): Promise<void> {
  await run(python, ['-m', 'venv', '--clear', venv]);
  // To compile all of it takes half a minute, and most is never loaded.
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
  await run(pythonOf(venv), [...install, ...wanted(venv, packages, '--platform=manylinux_2_28_x86_64')], {
    maxBuffer: 64e6,
  });
}

/** What to install, in words that pip and uv both take; `platform` is where they differ. */
function wanted(
  venv: string,
  { requirements, constraints = [], builtFor }: PythonPackages,
  platform: string,
): string[] {
  const file = path.join(venv, 'constraints.txt');
  writeFileSync(file, constraints.join('\n'));
  const foreign = ['--python-version', builtFor ?? '', platform, '--only-binary=:all:', '--no-deps'];
  const target = builtFor === undefined ? [] : [...foreign, '--target', homeOf(venv).sitePackages];
  return ['-c', file, ...target, ...requirements];
}

async function fittingPython({
  oldestPython: oldest = 9,
  newestPython: newest = 99,
}: PythonPackages): Promise<{ python: string } | { reason: string }> {
  const looks = await Promise.all(['python3', 'python3.12', 'python3.11', 'python3.10', 'python3.9'].map(lookAtPython));
  const found = looks.filter((each) => each !== undefined);
  const fitting = found.find(({ minor, hasVenv }) => minor >= oldest && minor <= newest && hasVenv);
  if (fitting !== undefined) return { python: fitting.file };
  const range = newest === 99 ? `3.${oldest} or newer` : `3.${oldest} to 3.${newest}`;
  const seen = found.length === 0 ? 'there is no python3' : found.map(describePython).join(', ');
  return { reason: `it wants Python ${range} with venv on PATH; ${seen}` };
}

interface FoundPython {
  file: string;
  minor: number;
  hasVenv: boolean;
}

const describePython = ({ file, minor, hasVenv }: FoundPython) =>
  `${file} is 3.${minor}${hasVenv ? '' : ' without the venv module (Debian: apt install python3-venv)'}`;

async function lookAtPython(name: string): Promise<FoundPython | undefined> {
  const file = findOnPath(name);
  const answer = file === undefined ? undefined : await outputOf(file, ['-c', askPython]);
  if (file === undefined || answer === undefined) return undefined;
  const [minor, hasVenv] = answer.trim().split(' ');
  return { file, minor: Number(minor), hasVenv: hasVenv === 'True' };
}

const askPython = [
  'import sys, importlib.util as u',
  'print(sys.version_info[1], all(u.find_spec(m) is not None for m in ("venv", "ensurepip")))',
].join('\n');

function homeOf(venv: string): PythonHome {
  const [version = 'python3'] = readdirSync(path.join(venv, 'lib')).filter((name) => name.startsWith('python3'));
  return { python: pythonOf(venv), sitePackages: path.join(venv, 'lib', version, 'site-packages') };
}

function lastWords(error: unknown): string {
  const { stderr = '', message = '' } = error as { stderr?: string; message?: string };
  return (stderr || message).trim().split('\n').slice(-3).join(' / ');
}
