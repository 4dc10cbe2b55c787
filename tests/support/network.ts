import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Target } from './tcp-proxy';

/** What happens to the bytes of one direction. */
export interface Flow {
  /** They wait until the link is mended, as those that TCP sends again and again. */
  isBlocked?: boolean;
  delayMs?: number;
  /** How many of a hundred packets arrive late, because they have to be sent again. */
  lossPercent?: number;
}

/** What happens between a process that connects and one that is connected to; `there` is the direction of requests. */
export interface Link {
  there?: Flow;
  back?: Flow;
  /** Connections are refused, and those that exist end. */
  isRefused?: boolean;
}

interface Rule {
  from: (name: string) => boolean;
  to: (name: string) => boolean;
  link: Link;
}

/**
 * A network of proxies, one before each process that others connect to. Links are cut by the names of both ends;
 * `sourceOf` names the process that connects from a port.
 */
export function createNetwork(sourceOf: (port: number) => string | undefined) {
  const servers: Server[] = [];
  const connections = new Set<Connection>();
  let rules: Rule[] = [];
  let changed = Promise.withResolvers<undefined>();

  const linkOf = (connection: Connection): Link => {
    if (rules.length === 0) return {};
    // A process that is still starting has no name yet.
    const from = (connection.from ??= sourceOf(connection.port)) ?? 'unknown';
    return rules.find((rule) => rule.from(from) && rule.to(connection.to))?.link ?? {};
  };
  const update = (next: Rule[]): void => {
    rules = next;
    for (const connection of connections) {
      if (linkOf(connection).isRefused) for (const socket of connection.sockets) socket.destroy();
    }
    changed.resolve(undefined);
    changed = Promise.withResolvers();
  };
  const untilMended = async (flow: () => Flow): Promise<void> => {
    while (flow().isBlocked) await changed.promise;
  };
  const open = (client: Socket, to: string, target: Target): void => {
    const connection: Connection = { port: client.remotePort ?? 0, to, sockets: [client] };
    if (linkOf(connection).isRefused) {
      client.destroy();
      return;
    }
    const upstream = connect({ ...target, allowHalfOpen: true });
    connection.sockets.push(upstream);
    connections.add(connection);
    client.once('close', () => connections.delete(connection));
    pass(client, upstream, { flow: () => linkOf(connection).there ?? {}, untilMended });
    pass(upstream, client, { flow: () => linkOf(connection).back ?? {}, untilMended });
  };

  return {
    /** Takes connections for a process; returns the port for them. */
    listen: async (name: string, target: Target): Promise<string> => {
      const server = createServer({ allowHalfOpen: true }, (client) => open(client, name, target));
      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      return String((server.address() as AddressInfo).port);
    },
    /** Changes the link between two processes, or between two groups of them. */
    set: (from: Rule['from'], to: Rule['to'], link: Link): void => update([{ from, to, link }, ...rules]),
    /** Mends all links. */
    mend: (): void => update([]),
    stop: (): void => {
      for (const { sockets } of connections) for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}

export type Network = ReturnType<typeof createNetwork>;

interface Connection {
  /** From which it comes. */
  port: number;
  from?: string | undefined;
  to: string;
  sockets: Socket[];
}

interface Way {
  flow: () => Flow;
  untilMended: (flow: () => Flow) => Promise<void>;
}

const sentAgainMs = { least: 200, most: 1_000 };

/** Passes on what one socket reads, and its end, in order. */
function pass(source: Socket, sink: Socket, { flow, untilMended }: Way): void {
  const travel = async (): Promise<void> => {
    await untilMended(flow);
    const { delayMs = 0, lossPercent = 0 } = flow();
    const isLost = randomInt(100) < lossPercent;
    await wait(delayMs + (isLost ? randomInt(sentAgainMs.least, sentAgainMs.most) : 0));
  };
  const isFree = () => Object.keys(flow()).length === 0;
  const write = (chunk: Buffer): void => {
    if (sink.destroyed) return;
    if (sink.write(chunk)) source.resume();
    else sink.once('drain', () => source.resume());
  };

  source.on('data', (chunk: Buffer) => {
    source.pause();
    if (isFree()) write(chunk);
    else void travel().then(() => write(chunk));
  });
  source.on('end', () => void untilMended(flow).then(() => sink.end()));
  source.on('close', () => void untilMended(flow).then(() => sink.destroy()));
  source.on('error', () => source.destroy());
}
