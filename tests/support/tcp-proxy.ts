import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Target {
  host: string;
  port: number;
}

/** A proxy between a system and a dependency, with which a test makes the dependency unavailable. */
export async function startTcpProxy(target: Target) {
  const sockets = new Set<Socket>();
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;

  function track(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  }
  async function listen(wantedPort: number): Promise<Server> {
    const listening = createServer((client) => {
      const upstream = track(connect(target));
      track(client).pipe(upstream).pipe(client);
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
    }).listen(wantedPort, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  }
  const breakConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    breakConnections();
    await closed;
  };

  return {
    port: String(port),
    /** Ends every connection and takes new ones. */
    breakConnections,
    /** Ends every connection and takes no new ones. */
    cut,
    /** Leaves connections open and passes nothing on. */
    hang: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    restore: async () => {
      server = await listen(port);
    },
    stop: async () => {
      if (server.listening) await cut();
    },
  };
}
