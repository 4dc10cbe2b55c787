import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether this system shows which process has a socket. */
export const canNameProcesses = process.platform === 'linux';

/** A connection on 127.0.0.1, by the ports of both ends. */
export interface Ends {
  from: number;
  to: number;
}

/**
 * Which of these processes has made each connection; undefined for those of another process. All of them are looked up
 * in one pass, because a pass takes tens of milliseconds, in which the caller does nothing else.
 */
export function connectingProcesses(
  connections: readonly Ends[],
  pids: Record<string, number | undefined>,
): (string | undefined)[] {
  const links = linksTo(connections);
  const wanted = new Set(links.filter((link) => link !== undefined));
  const owners = new Map<string, string>();
  for (const [name, pid] of Object.entries(pids)) {
    for (const link of pid === undefined ? [] : openFilesOf(pid)) if (wanted.has(link)) owners.set(link, name);
  }
  return links.map((link) => link && owners.get(link));
}

/** What an open file of the connecting process links to, from lines such as `0: 0100007F:1F90 0100007F:D431 01 ... 0 0 4711`. */
function linksTo(connections: readonly Ends[]): (string | undefined)[] {
  const links = new Map<string, string>();
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n')) {
    const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
    links.set(`${local} ${remote}`, `socket:[${inode}]`);
  }
  return connections.map(({ from, to }) => links.get(`${address(from)} ${address(to)}`));
}

const address = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;

function openFilesOf(pid: number): string[] {
  const folder = `/proc/${String(pid)}/fd`;
  try {
    return readdirSync(folder).map((fd) => linkAt(`${folder}/${fd}`));
  } catch {
    // The process has ended.
    return [];
  }
}

function linkAt(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It was closed meanwhile.
    return '';
  }
}
