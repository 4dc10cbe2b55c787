import { execFileSync } from 'node:child_process';
import { connect, type Socket } from 'node:net';

/** Whether a process may open so many files; if not, prints why, and throws in CI. */
export function canOpen(count: number): boolean {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
  if (limit === 'unlimited' || Number(limit) > count * 1.1) return true;
  const reason = `${String(count)} connections need a higher limit of open files than ${limit} (ulimit -n)`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`\nLEFT OUT: ${reason}\n`);
  return false;
}

const atOnce = 200;

/** Opens connections, sends `text` on each, and waits for the first bytes back where the text asks for an answer. */
export async function openConnections(url: string, count: number, { text, isAnswered }: Greeting) {
  const sockets: Socket[] = [];
  let open = 0;
  const openOne = () =>
    new Promise<void>((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        open += 1;
        socket.write(text);
        if (!isAnswered) resolve();
      });
      socket.on('data', () => resolve()).on('close', () => (open -= 1));
      socket.on('error', reject);
      sockets.push(socket);
    });
  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, openOne));
  }
  return {
    sockets,
    /** How many the server has not closed. */
    open: () => open,
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}

interface Greeting {
  text: string;
  isAnswered: boolean;
}
