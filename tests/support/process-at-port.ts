import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether this system shows which process has a socket. */
export const canNameProcesses = process.platform === 'linux';

/** The process, of these, that has connected from a local port of 127.0.0.1; undefined if it is another one. */
export function processAtPort(port: number, pids: Record<string, number | undefined>): string | undefined {
  const inode = inodeAt(port);
  if (inode === undefined) return undefined;
  return Object.entries(pids).find(([, pid]) => pid !== undefined && hasSocket(pid, inode))?.[0];
}

/** The inode of the socket with this local port, from lines such as `0: 0100007F:1F90 0100007F:D431 01 ... 0 0 4711`. */
function inodeAt(port: number): string | undefined {
  const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[1] === address) return fields[9];
  }
  return undefined;
}

function hasSocket(pid: number, inode: string): boolean {
  const folder = `/proc/${String(pid)}/fd`;
  try {
    return readdirSync(folder).some((fd) => isLinkTo(`${folder}/${fd}`, `socket:[${inode}]`));
  } catch {
    return false;
  }
}

function isLinkTo(path: string, target: string): boolean {
  try {
    return readlinkSync(path) === target;
  } catch {
    // It was closed meanwhile.
    return false;
  }
}
