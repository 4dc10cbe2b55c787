import { spawn } from 'node:child_process';
import { root } from '../support/service-process';

export interface RunOptions {
  /** Written to its standard input. */
  input?: string;
}

/** Runs a program in the repository's folder; answers what it printed, or rejects with it where it failed. */
export async function run(program: string, args: string[], { input = '' }: RunOptions = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await runAny(program, args, { input });
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}${stdout}`);
  return stdout;
}

/** The same for what is expected to fail. */
export function runAny(program: string, args: string[], { input = '' }: RunOptions = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'pipe' });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (printed[name] += text));
  }
  // A program that has read enough may close its end early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise<{ exitCode: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, ...printed });
    });
  });
}

export const kubectl = (...args: string[]) => run('kubectl', args);
export const helm = (...args: string[]) => run('helm', args);
