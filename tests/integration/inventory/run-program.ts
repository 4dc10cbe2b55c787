import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { requiredVariable } from '../../support/test-database';

const root = path.join(__dirname, '../../..');

/** Starts a built program of this service, as an operator does. */
export function startProgram(
  name: string,
  prefix: string,
  given: { args?: string[]; env?: object } = {},
): ChildProcess {
  const program = path.join(root, 'services/inventory/dist', `${name}.js`);
  return spawn(process.execPath, [program, ...(given.args ?? [])], {
    cwd: root,
    env: {
      MONGO_URI: requiredVariable('MONGO_URI'),
      MONGO_DB_PREFIX: prefix,
      LOG_DIR: '',
      NODE_ENV: 'test',
      ...given.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a program to its end and answers what it printed. */
export async function runProgram(name: string, prefix: string, args: string[] = []) {
  const child = startProgram(name, prefix, { args });
  const printed = { stdout: '', stderr: '' };
  child.stdout?.on('data', (text: Buffer) => (printed.stdout += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (printed.stderr += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...printed };
}
