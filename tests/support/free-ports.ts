import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ephemeral range, so that no outgoing connection takes a port first.
const lowest = 12_000;
const highest = 32_000;

/** Free ports of 127.0.0.1, chosen at random so that tests in parallel do not choose the same ones. */
export async function freePorts(count: number): Promise<string[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) found.add(port);
  }
  return [...found].map(String);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server.listen(port, '127.0.0.1'), 'listening').then(
    () => true,
    () => false,
  );
  if (!(await listening)) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}
