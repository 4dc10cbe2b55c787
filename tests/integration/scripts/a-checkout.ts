import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Variables = Record<string, string>;

export interface Finished {
  code: number | null;
  output: string;
}

const root = path.join(__dirname, '../../..');

/** The tracked files in a folder of their own after `npm install`, as one who has just cloned them has it. */
export function aCheckout() {
  const folder = mkdtempSync(path.join(tmpdir(), 'checkout-'));
  for (const file of trackedFiles()) cpSync(path.join(root, file), path.join(folder, file));
  const shell = shellVariables();
  execFileSync('npm', ['install', '--prefer-offline', '--loglevel=error'], { cwd: folder, env: shell });
  const running = new Set<Running>();

  /** Starts `npm run <script> -- <arguments>` in a terminal of its own. */
  const start = (script: string, { args = [], env = {} }: { args?: string[]; env?: Variables } = {}) => {
    const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
    const child = spawn('npm', command, { cwd: folder, env: { ...shell, ...env }, detached: true });
    const terminal = follow(child);
    running.add(terminal);
    void terminal.ended.then(() => running.delete(terminal));
    return terminal;
  };

  return {
    folder,
    file: (name: string) => path.join(folder, name),
    read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
    start,
    run: (script: string, options?: Parameters<typeof start>[1]): Promise<Finished> => start(script, options).ended,
    remove: async () => {
      await Promise.all([...running].map(({ kill }) => kill()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

export type Checkout = ReturnType<typeof aCheckout>;
export type Running = ReturnType<typeof follow>;

function follow(child: ChildProcess) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  const ended = once(child, 'close').then((): Finished => ({ code: child.exitCode, output }));
  const signalGroup = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-child.pid!, signal);
    } catch {
      return false;
    }
  };

  return {
    ended,
    output: () => output,
    /** Waits for what needs it to run; throws what it printed when it ends before. */
    unlessItEnds: async <T>(work: Promise<T>): Promise<T> => {
      const early = ended.then(() => Promise.reject(new Error(`it ended: ${output}`)));
      return Promise.race([work, early]);
    },
    /** What Ctrl-C does: every process of the terminal hears of it. Answers when none of them is left. */
    interrupt: async () => {
      signalGroup('SIGINT');
      const finished = await ended;
      while (signalGroup(0)) await pause(50);
      return finished;
    },
    kill: () => {
      signalGroup('SIGKILL');
      return ended;
    },
  };
}

// A file that is deleted and not yet committed is tracked still.
const trackedFiles = () =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** The environment of this test run without what .env.example names, so that the files of the checkout decide. */
function shellVariables(): Variables {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8');
  const ours = new Set([...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name));
  const env = Object.entries(process.env as Variables).filter(([name]) => !ours.has(name));
  return { ...Object.fromEntries(env), PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
}
