// Finds out what has a local port.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface PortUse {
  /** False where the port only serves as the near end of an outgoing connection, or of one that has just been closed. */
  isListening: boolean;
  /** Unknown for processes of other users. */
  holder?: { pid: number; command: string };
}

/** Undefined when nothing has the port, as far as that can be seen here. */
export function useOfPort(port: number): PortUse | undefined {
  try {
    return process.platform === 'linux' ? useFromProc(port) : useFromLsof(port);
  } catch {
    return undefined;
  }
}

function useFromProc(port: number): PortUse | undefined {
  const sockets = socketsOn(port);
  const listening = sockets.filter(({ state }) => state === listenState);
  if (sockets.length === 0) return undefined;
  const deciding = listening.length > 0 ? listening : sockets;
  return { isListening: listening.length > 0, ...ownerOf(new Set(deciding.map(({ inode }) => `socket:[${inode}]`))) };
}

const listenState = '0A';

function socketsOn(port: number): { state: string; inode: string }[] {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter((file) => existsSync(file));
  const rows = tables.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1));
  const fields = rows.map((row) => row.trim().split(/\s+/));
  const onPort = fields.filter(([, local = '']) => parseInt(local.split(':')[1] ?? '', 16) === port);
  return onPort.map((row) => ({ state: row[3] ?? '', inode: row[9] ?? '' }));
}

function ownerOf(sockets: Set<string>): Pick<PortUse, 'holder'> {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (holdsOne(pid, sockets)) return { holder: { pid: Number(pid), command: commandOf(pid) } };
  }
  return {};
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

function useFromLsof(port: number): PortUse | undefined {
  const output = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
  const [, pid, command = 'a process'] = /^p(\d+)\nc(.*)$/m.exec(output) ?? [];
  return pid === undefined ? undefined : { isListening: true, holder: { pid: Number(pid), command } };
}
