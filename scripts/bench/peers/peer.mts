// Installs a peer from its lockfile into a folder of its own, and runs programs there.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startProcess, untilReady, type RunningProcess } from '../../../tests/support/child-process.ts';
import { freePorts } from '../../../tests/support/free-ports.ts';
import { Failure } from '../../local/system/command.mts';
import { root } from '../../local/system/folders.mts';
import { step } from '../../local/system/terminal.mts';
import type { WatchedProcess } from '../world.mts';

const run = promisify(execFile);

/** Where it is installed, and which version of its main package that is. */
export async function installPeer(name: string, mainPackage: string) {
  const source = path.join(import.meta.dirname, name);
  const folder = path.join(root, '.run/peers', name);
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  const lockfile = readFileSync(path.join(source, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'node_modules/.installed');
  const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile;
  if (!isInstalled) await step('peers', `${name} from npm`, () => install(folder));
  writeFileSync(stamp, lockfile);
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, { version: string }> };
  return { folder, version: packages[`node_modules/${mainPackage}`]?.version ?? '' };
}

const install = (folder: string) =>
  runIn(folder, ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { NODE_ENV: 'development' });

/** Runs a program to its end. */
export async function runIn(folder: string, [command = '', ...args]: string[], env: Record<string, string>) {
  const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  await run(command, args, options).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Failure(`"${command} ${args.join(' ')}" failed in ${folder}:\n${`${stdout}${stderr}`.slice(-3_000)}`);
  });
}

interface Serving {
  name: string;
  folder: string;
  logs: string;
  /** What Node is started with, given the port to serve on. */
  args: (port: string) => string[];
  env: Record<string, string>;
  /** A page that is there when it serves. */
  page: string;
}

/** A peer's server, on a free port each time that it is started. */
export function peerServer({ name, folder, logs, args, env, page }: Serving) {
  let port = '';
  let server: RunningProcess | undefined;
  const url = () => `http://127.0.0.1:${port}`;
  return {
    url,
    start: async (): Promise<void> => {
      [port = ''] = await freePorts(1);
      server = startProcess({
        command: process.execPath,
        args: args(port),
        cwd: folder,
        env: { ...env, PORT: port },
        logFile: path.join(logs, `${name}.log`),
      });
      const isReady = async () => (await fetch(`${url()}${page}`)).ok;
      await untilReady(server, { name, isReady, withinMs: 120_000 });
    },
    stop: async (): Promise<void> => {
      await server?.terminate();
      server = undefined;
    },
    watched: (): WatchedProcess[] => (server ? [{ name, pid: server.pid }] : []),
  };
}
