// Where the scripts keep what they write.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

/** One system's pid files, logs and data: `.run` for `make up`, a folder of its own for each `make test`. */
export interface RunFolder {
  dir: string;
  logs: string;
  data: string;
  records: string;
}

export const systemFolder = (): RunFolder => runFolder(path.resolve(root, process.env['RUN_DIR'] ?? '.run'));

export const toolsDir = path.join(root, '.run/tools');

export function runFolder(dir: string): RunFolder {
  const folder = {
    dir,
    logs: path.join(dir, 'logs'),
    data: path.join(dir, 'data'),
    records: path.join(dir, 'processes'),
  };
  for (const each of Object.values(folder)) mkdirSync(each, { recursive: true });
  return folder;
}
