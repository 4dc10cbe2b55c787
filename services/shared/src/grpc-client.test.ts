import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { AuthService } from '@orders/proto';
import { createGrpcClient, type GrpcClientOptions } from './grpc-client';

test('a call that found no answer is tried again', async () => {
  expect(await attemptsOfRefresh({})).toBe(4);
});

test('a call that must not be repeated is tried once', async () => {
  expect(await attemptsOfRefresh({ nonIdempotent: ['Refresh'] })).toBe(1);
});

async function attemptsOfRefresh(options: GrpcClientOptions<typeof AuthService.service>): Promise<number> {
  let attempts = 0;
  const server = new Server();
  server.addService(AuthService.service, {
    Refresh: (_call: unknown, answer: (error: { code: status }) => void) => {
      attempts += 1;
      answer({ code: status.UNAVAILABLE });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const client = createGrpcClient(AuthService, `127.0.0.1:${String(port)}`, options);
  await client
    .unary('Refresh')({ refreshToken: 'any' }, 5_000)
    .catch(() => undefined);
  client.stop();
  server.forceShutdown();
  return attempts;
}
