import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createReconnectingClient } from './grpc-reconnecting-client';

test('a client that never gets past connecting is replaced by one with the current addresses', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const server = new Server();
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const ports = [(silent.address() as AddressInfo).port, port];
  const replaced = Promise.withResolvers<undefined>();
  const connect = () => {
    const client = new Client(`127.0.0.1:${String(ports.shift())}`, credentials.createInsecure());
    if (ports.length === 0) replaced.resolve(undefined);
    return client;
  };
  const reconnecting = createReconnectingClient(connect, 50);
  reconnecting.current().getChannel().getConnectivityState(true);

  try {
    await replaced.promise;
    await expect(ready(reconnecting.current())).resolves.toBeUndefined();
  } finally {
    reconnecting.stop();
    server.forceShutdown();
    for (const socket of sockets) socket.destroy();
    silent.close();
  }
});

const ready = (client: Client) =>
  new Promise<void>((resolve, reject) => {
    client.waitForReady(Date.now() + 2_000, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
