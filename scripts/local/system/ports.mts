// Takes the ports that the system needs, or says who is in the way.
import { createServer, type Server } from 'node:net';
import { Failure } from './command.mts';
import { useOfPort } from './port-holder.mts';
import { say } from './terminal.mts';
import { waitUntil } from './wait.mts';

export interface Port {
  port: number;
  variable: string;
}

export interface Reservation {
  /** Lets go of these ports, for the process that is about to listen on them. */
  release: (ports: Port[]) => Promise<void>;
}

/**
 * Holds the ports until they are released: outgoing connections get their near ends from the same range, and would
 * take one while the system is coming up. Fails with one line for each port that cannot be had.
 */
export async function reservePorts(wanted: Port[], host = '127.0.0.1'): Promise<Reservation> {
  const held = new Map<number, Server>();
  const release = async (ports: Port[]) => {
    await Promise.all(ports.map(({ port }) => close(held.get(port))));
  };
  const problems: string[] = [];
  for (const each of wanted) {
    const twin = wanted.slice(0, wanted.indexOf(each)).find(({ port }) => port === each.port);
    const server = twin === undefined ? await listen(each.port, host) : undefined;
    if (server !== undefined) held.set(each.port, server);
    else problems.push(twin === undefined ? describeUse(each) : describeTwin(each, twin));
  }
  if (problems.length === 0) return { release };
  await release(wanted);
  throw new Failure(problems.join('\n'));
}

function describeUse({ port, variable }: Port): string {
  const holder = useOfPort(port)?.holder;
  const who = holder === undefined ? '' : ` by ${holder.command} (process ${holder.pid})`;
  return `Port ${port} is in use${who}: free it, or set ${variable} to another port.`;
}

const describeTwin = ({ port, variable }: Port, twin: Port) =>
  `Port ${port} is asked for twice, by ${twin.variable} and ${variable}: set one of them to another port.`;

/** A server that holds the port; undefined when something else does. */
async function listen(port: number, host: string): Promise<Server | undefined> {
  let server = await tryToListen(port, host);
  if (server !== undefined || !isJustClosed(port)) return server;
  say('ports', `waiting for ${port}, which a closed connection keeps for up to a minute`);
  await waitUntil(async () => (server = await tryToListen(port, host)) !== undefined, {
    timeoutMs: 65_000,
    everyMs: 500,
  });
  return server;
}

function isJustClosed(port: number): boolean {
  const use = useOfPort(port);
  return use?.isListening === false && use.holder === undefined;
}

function tryToListen(port: number, host: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new Failure(`Port ${port} on ${host} cannot be had: ${error.message}`));
    });
    server.listen(port, host, () => resolve(server));
  });
}

const close = (server: Server | undefined) =>
  new Promise<void>((resolve) => {
    if (server?.listening === true) server.close(() => resolve());
    else resolve();
  });
