// uv installs in seconds what takes pip more than a minute; pip stays for where uv cannot be had.
import path from 'node:path';
import { toolsDir } from '../system/folders.mts';
import { withLock } from '../system/lock.mts';
import { findOnPath, outputOf } from './program.mts';

const home = path.join(toolsDir, 'uv');

/** The program, fetched from PyPI once; undefined where that does not work. */
export function findUv(python: string): Promise<string | undefined> {
  return withLock(`${home}.lock`, async () => {
    const program = findOnPath('uv') ?? path.join(home, 'bin/uv');
    if (await runs(program)) return program;
    await outputOf(python, ['-m', 'venv', home], 60_000);
    const flags = ['--quiet', '--disable-pip-version-check', '--no-compile'];
    await outputOf(path.join(home, 'bin/python'), ['-m', 'pip', 'install', ...flags, 'uv==0.13.9'], 120_000);
    return (await runs(program)) ? program : undefined;
  });
}

const runs = async (program: string) => (await outputOf(program, ['--version'])) !== undefined;

/** The index that pip is told to use, which uv would not ask on its own. */
export async function indexOfPip(): Promise<Record<string, string>> {
  const list = (await outputOf(path.join(home, 'bin/python'), ['-m', 'pip', 'config', 'list'])) ?? '';
  const [, index] = /\.index-url='(.+)'/.exec(list) ?? [];
  return index === undefined ? {} : { UV_DEFAULT_INDEX: index };
}
