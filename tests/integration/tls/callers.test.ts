import { status } from '@grpc/grpc-js';
import { OrderService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createAuthority } from '../../support/certificates';
import { freePorts } from '../../support/free-ports';
import { healthOf, reflectedServices } from '../../support/grpc-operations';
import { silentLog } from '../../support/test-database';
import { aCaller, aServer } from './a-greeter';

const authority = createAuthority();
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => authority.remove());

async function served(callers?: Record<string, string[]>) {
  const server = await aServer(authority.aCertificate(['auth']).variables, callers);
  stops.push(server.stop);
  const callerOf = (...names: string[]) => {
    const caller = aCaller(server.address, authority.aCertificate(names).variables);
    stops.push(caller.stop);
    return caller;
  };
  const callAs = (...names: string[]) => callerOf(...names).call();
  return { server, callAs, callInGroupAs: (name: string) => callerOf(name).callInGroup() };
}

const refused = (name: string) => ({
  kind: 'UNAVAILABLE',
  cause: { details: `${name} may not call ListKeys` },
});

test('a caller of the same authority is refused where its name is not in the row of the method', async () => {
  const { callAs } = await served();

  await expect(callAs('gateway')).resolves.toMatchObject({ issuer: 'a' });
  await expect(callAs('processor')).rejects.toMatchObject(refused('processor'));
  // The server's own name is a caller's name like any other.
  await expect(callAs('auth')).rejects.toMatchObject(refused('auth'));
});

test('each call of a group passes the same look', async () => {
  const { callInGroupAs } = await served();

  await expect(callInGroupAs('gateway')).resolves.toMatchObject({ issuer: 'a' });
  await expect(callInGroupAs('processor')).rejects.toMatchObject(refused('processor'));
});

test('one of several names is enough, and a wildcard stands for nobody', async () => {
  const { callAs } = await served();

  await expect(callAs('shop.example', 'gateway')).resolves.toMatchObject({ issuer: 'a' });
  await expect(callAs('*')).rejects.toMatchObject(refused('*'));
  await expect(callAs('gateway.shop.example')).rejects.toMatchObject(refused('gateway.shop.example'));
});

test('a name that looks like several is none of them', async () => {
  const { callAs } = await served();

  await expect(callAs('x, DNS:gateway, DNS:y')).rejects.toMatchObject(refused('this caller'));
});

test('a stream is refused like any other call', async () => {
  const [port = ''] = await freePorts(1);
  const server = createGrpcServer({
    host: '127.0.0.1',
    port: Number(port),
    serviceName: 'orderplacing.order.v1.OrderService',
    definition: OrderService.service,
    implementation: { WatchOrder: (call: { end: () => void }) => call.end() },
    tls: createGrpcTls({ config: authority.aCertificate(['order']).variables, log: silentLog }),
    callers: { WatchOrder: ['gateway'] },
    reflection: false,
    log: silentLog,
  });
  await server.start();
  stops.push(server.stop);
  const watchAs = (name: string) => {
    const tls = createGrpcTls({ config: authority.aCertificate([name]).variables, log: silentLog });
    const client = createGrpcClient(OrderService, `127.0.0.1:${port}`, { tls });
    stops.push(client.stop);
    const stream = client.stream('WatchOrder')({ orderId: 'any', userId: 'any' });
    return new Promise((resolve) => {
      stream
        .on('data', resolve)
        .on('error', resolve)
        .on('end', () => resolve('ended'));
    });
  };

  expect(await watchAs('gateway')).toBe('ended');
  expect(await watchAs('processor')).toMatchObject({
    code: status.PERMISSION_DENIED,
    details: 'processor may not call WatchOrder',
  });
});

test('a method without a row is for nobody', async () => {
  const { callAs } = await served({ GetUsers: ['gateway'] });

  await expect(callAs('gateway')).rejects.toMatchObject(refused('gateway'));
});

test('every caller with a certificate may ask for the health, and without TLS everybody may call', async () => {
  const { server } = await served();
  const plain = await aServer({});
  stops.push(plain.stop);
  const tls = createGrpcTls({ config: authority.aCertificate(['anybody']).variables, log: silentLog });

  expect(await healthOf(server.address, '', tls)).toBe('SERVING');
  const caller = aCaller(plain.address, {});
  stops.push(caller.stop);
  await expect(caller.call()).resolves.toMatchObject({ issuer: 'a' });
});

test('a server that is told so serves no reflection', async () => {
  const plain = await aServer({});
  stops.push(plain.stop);

  await expect(reflectedServices(plain.address)).rejects.toMatchObject({
    details: expect.stringContaining('does not implement') as string,
  });
});
