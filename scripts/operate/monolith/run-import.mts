// Runs one service's import command, which reads the original database and prints one line of JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Variables } from '../../local/system/env-file.mts';
import { Failure } from '../../local/system/command.mts';
import { root } from '../../local/system/folders.mts';
import { serviceEntry } from '../../local/system/start-part.mts';

export interface RunImport {
  service: string;
  from: string;
  env: Variables;
  /** What the command reads on stdin. */
  input: string;
}

/** What the command printed; fails with what it complained of. */
export async function runImport({ service, from, env, input }: RunImport): Promise<string> {
  const child = spawn(process.execPath, [serviceEntry(service, 'import-monolith'), '--from', from], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  // One that reads no input may end before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  if (child.exitCode === 0) return stdout;
  throw new Failure(`the import of ${service} failed: ${stderr.trim() || 'it was ended by a signal'}`);
}
