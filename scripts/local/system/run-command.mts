// Runs one command in the foreground and hands it the signals that this script gets.
import { spawn } from 'node:child_process';
import { Failure } from './command.mts';
import { root } from './folders.mts';

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The command's exit code; 128 and more when a signal ended it, or ended this script. */
export function runCommand(
  [command = '', ...args]: string[],
  env: Record<string, string>,
  stdio: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    const forward = (signal: NodeJS.Signals) => void child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.once('error', (error) => reject(new Failure(`${command} could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => {
      for (const each of signals) process.removeListener(each, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
