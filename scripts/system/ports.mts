// Says who is in the way when a port cannot be had.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { Failure } from './failure.mts';

export interface Port {
  port: number;
  variable: string;
}

/** Fails with one line for each port that something else holds already, or that was given twice. */
export async function checkPorts(wanted: Port[], host = '127.0.0.1'): Promise<void> {
  const problems = await Promise.all(
    wanted.map((each, index) => problemOf(each, { host, earlier: wanted.slice(0, index) })),
  );
  const lines = problems.filter((line) => line !== undefined);
  if (lines.length > 0) throw new Failure(lines.join('\n'));
}

async function problemOf({ port, variable }: Port, { host, earlier }: { host: string; earlier: Port[] }) {
  const twin = earlier.find((other) => other.port === port);
  if (twin !== undefined)
    return `Port ${port} is asked for twice, by ${twin.variable} and ${variable}: set one of them to another port.`;
  if (!(await isTaken(port, host))) return undefined;
  const holder = holderOf(port);
  return `Port ${port} is in use${holder === undefined ? '' : ` by ${holder}`}: free it, or set ${variable} to another port.`;
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(new Failure(`Port ${port} on ${host} cannot be had: ${error.message}`));
    });
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}

function holderOf(port: number): string | undefined {
  try {
    return process.platform === 'linux' ? holderFromProc(port) : holderFromLsof(port);
  } catch {
    return undefined;
  }
}

function holderFromProc(port: number): string | undefined {
  const sockets = listeningSockets(port);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (holdsOne(pid, sockets)) return `${commandOf(pid)} (process ${pid})`;
  }
  return undefined;
}

function listeningSockets(port: number): Set<string> {
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').trim().split('\n').slice(1),
  );
  const fields = rows.map((row) => row.trim().split(/\s+/));
  const isOurs = ([, local = '', , state]: string[]) =>
    state === '0A' && parseInt(local.split(':')[1] ?? '', 16) === port;
  return new Set(fields.filter(isOurs).map((row) => `socket:[${row[9] ?? ''}]`));
}

function holdsOne(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(linkOf(`/proc/${pid}/fd/${fd}`)));
  } catch {
    // Processes of other users keep their files to themselves.
    return false;
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

const commandOf = (pid: string) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' ').trim();

function holderFromLsof(port: number): string | undefined {
  const output = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
  const [, pid, command] = /^p(\d+)\nc(.*)$/m.exec(output) ?? [];
  return pid === undefined ? undefined : `${command ?? 'a process'} (process ${pid})`;
}
