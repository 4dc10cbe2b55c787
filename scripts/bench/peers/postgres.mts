// A PostgreSQL of its own for the peers, from Debian's package, with the settings that it comes with.
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startProcess, untilReady } from '../../../tests/support/child-process.ts';
import { freePorts } from '../../../tests/support/free-ports.ts';
import { Failure } from '../../local/system/command.mts';

const run = promisify(execFile);

export async function startPostgres(logs: string) {
  const bin = findPrograms();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-postgres-'));
  const data = path.join(folder, 'data');
  const [port = ''] = await freePorts(1);
  if (isRoot) await run('chown', ['postgres', folder]);
  await run(...asItsUser(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8']));

  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const [command, args] = asItsUser(path.join(bin, 'postgres'), ['-D', data, '-p', port, ...settings]);
  const server = startProcess({ command, args, cwd: folder, logFile: path.join(logs, 'postgres.log') });
  const to = ['-h', '127.0.0.1', '-p', port, '-U', 'postgres'];
  const isReady = async () => (await run(path.join(bin, 'pg_isready'), to)).stderr === '';
  await untilReady(server, { name: 'PostgreSQL', isReady, withinMs: 30_000 });

  return {
    version: path.basename(path.dirname(bin)),
    watched: { name: 'postgres', pid: server.pid, isTree: true },
    /** Answers its address. */
    createDatabase: async (name: string): Promise<string> => {
      await run(path.join(bin, 'createdb'), [...to, name]);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    stop: async (): Promise<void> => {
      await server.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Postgres = Awaited<ReturnType<typeof startPostgres>>;

function findPrograms(): string {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').map((file) => path.dirname(file));
  const versionOf = (bin: string) => Number(path.basename(path.dirname(bin)));
  const [newest] = found.sort((one, other) => versionOf(other) - versionOf(one));
  if (newest === undefined)
    throw new Failure('PostgreSQL is missing; on Debian and Ubuntu: apt-get install postgresql');
  return newest;
}

const isRoot = process.getuid?.() === 0;

/** It refuses to run as root. */
const asItsUser = (command: string, args: string[]): [string, string[]] =>
  isRoot ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', command, ...args]] : [command, args];
