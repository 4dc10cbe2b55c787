import { AuthService } from '@orders/proto';
import { constants, createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createGrpcClient } from './grpc-client';

const { NGHTTP2_INTERNAL_ERROR, NGHTTP2_NO_ERROR, NGHTTP2_PROTOCOL_ERROR, NGHTTP2_CANCEL } = constants;

test.each([
  ['no status', NGHTTP2_NO_ERROR],
  ['an internal error', NGHTTP2_INTERNAL_ERROR],
  ['a protocol error', NGHTTP2_PROTOCOL_ERROR],
  ['a cancel', NGHTTP2_CANCEL],
])('a server that breaks a call off with %s counts as unavailable', async (_, code) => {
  const failure = await failureOf((stream) => {
    stream.close(code);
  });

  expect(failure).toMatchObject({ kind: 'UNAVAILABLE', code: 'UNAVAILABLE' });
});

test('an error that the server itself reports stays as it is', async () => {
  const failure = await failureOf((stream) => {
    const trailers = { 'grpc-status': '13', 'grpc-message': 'internal error' };
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', ...trailers }, { endStream: true });
  });

  expect(failure).toMatchObject({ code: 13, details: 'internal error' });
  expect(failure).not.toHaveProperty('kind');
});

/** The error that a caller of such a server gets. */
async function failureOf(treat: (stream: ServerHttp2Stream) => void): Promise<unknown> {
  const server = createServer().on('stream', (stream) => {
    stream.on('error', () => undefined);
    treat(stream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createGrpcClient(AuthService, `127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  try {
    return await client
      .unary('Refresh')({ refreshToken: 'any' }, 5_000)
      .catch((error: unknown) => error);
  } finally {
    client.stop();
    server.close();
  }
}
