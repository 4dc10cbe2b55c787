import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ends } from './connecting-processes';
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

// New connections wait so long for their names, so that many of them are named at once.
const namedAfterMs = 200;

/**
 * A network of proxies, one before each process that others connect to. Links are cut by the names of both ends;
 * `sourcesOf` names the processes that made connections. It is expensive, and everything waits for it: it is asked for
 * many at once, and only where a rule may be about them.
 */
export function createNetwork(sourcesOf: (connections: Ends[]) => (string | undefined)[]) {
  const servers: Server[] = [];
  const connections = new Set<Connection>();
  let rules: Rule[] = [];
  let changed = Promise.withResolvers<undefined>();
  let naming: Promise<void> | undefined;

  const isRuled = ({ to }: Connection) => rules.some((rule) => rule.to(to));
  // A process that is none of the system's has no name.
  const linkOf = ({ from = 'unknown', to }: Connection): Link =>
    rules.find((rule) => rule.to(to) && rule.from(from))?.link ?? {};
  const name = (): void => {
    const unnamed = [...connections].filter((connection) => connection.from === undefined && isRuled(connection));
    if (unnamed.length === 0) return;
    const names = sourcesOf(unnamed.map(({ ends }) => ends));
    unnamed.forEach((connection, place) => (connection.from = names[place]));
  };
  const untilNamed = (): Promise<void> =>
    (naming ??= wait(namedAfterMs).then(() => {
      naming = undefined;
      name();
    }));
  const update = (next: Rule[]): void => {
    rules = next;
    name();
    for (const connection of connections) {
      if (linkOf(connection).isRefused) for (const socket of connection.sockets) socket.destroy();
    }
    changed.resolve(undefined);
    changed = Promise.withResolvers();
  };
  const untilMended = async (flow: () => Flow): Promise<void> => {
    while (flow().isBlocked) await changed.promise;
  };
  const open = async (client: Socket, to: string, target: Target): Promise<void> => {
    const ends = { from: client.remotePort ?? 0, to: client.localPort ?? 0 };
    const connection: Connection = { ends, to, sockets: [client] };
    connections.add(connection);
    client.once('close', () => connections.delete(connection));
    client.on('error', () => client.destroy());
    if (isRuled(connection)) await untilNamed();
    if (linkOf(connection).isRefused) client.destroy();
    if (client.destroyed) return;
    const upstream = connect({ ...target, allowHalfOpen: true });
    connection.sockets.push(upstream);
    pass(client, upstream, { flow: () => linkOf(connection).there ?? {}, untilMended });
    pass(upstream, client, { flow: () => linkOf(connection).back ?? {}, untilMended });
  };

  return {
    /** Takes connections for a process; returns the port for them. */
    listen: async (name: string, target: Target): Promise<string> => {
      const server = createServer({ allowHalfOpen: true }, (client) => void open(client, name, target));
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
  ends: Ends;
  /** Undefined as long as it is not known. */
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
