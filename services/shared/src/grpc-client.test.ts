import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { AuthService } from '@orders/proto';
import { createGrpcClient, type GrpcClientOptions } from './grpc-client';
import { watchWrites } from './writes';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test('a call that found no answer is tried again', async () => {
  expect(await attemptsOfRefresh({})).toBe(4);
});

test('a call that must not be repeated is tried once', async () => {
  expect(await attemptsOfRefresh({ nonIdempotent: ['Refresh'] })).toBe(1);
});

test('a server of a version that does not know the method yet is unavailable, and has done nothing', async () => {
  const client = await aServer({});
  const writes = { wereSent: false };

  const asked = watchWrites(writes, () => client.unary('Refresh')({ refreshToken: 'any' }, 5_000));
  await expect(asked).rejects.toMatchObject({ kind: 'UNAVAILABLE', code: 'UNAVAILABLE' });
  const inGroup = watchWrites(writes, () => client.grouped('Refresh')({ refreshToken: 'any' }, 5_000));
  await expect(inGroup).rejects.toMatchObject({ kind: 'UNAVAILABLE', code: 'UNAVAILABLE' });
  expect(writes.wereSent).toBe(false);
});

async function attemptsOfRefresh(options: Options): Promise<number> {
  let attempts = 0;
  const Refresh = (_call: unknown, answer: (error: { code: status }) => void) => {
    attempts += 1;
    answer({ code: status.UNAVAILABLE });
  };
  const client = await aServer({ Refresh }, options);
  await client
    .unary('Refresh')({ refreshToken: 'any' }, 5_000)
    .catch(() => undefined);
  return attempts;
}

type Options = GrpcClientOptions<typeof AuthService.service>;

async function aServer(handlers: UntypedServiceImplementation, options: Options = {}) {
  const server = new Server();
  server.addService(AuthService.service, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const client = createGrpcClient(AuthService, `127.0.0.1:${String(port)}`, options);
  stops.push(client.stop, () => server.forceShutdown());
  return client;
}
