import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createPostToReceiver } from './post-to-receiver';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<string> {
  servers.push(server.on('connection', (socket: Socket) => sockets.push(socket)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return String((server.address() as AddressInfo).port);
}

async function postTo(respond: RequestListener, { timeoutMs = 10_000, body = '{}' } = {}) {
  const port = await listening(createServer(respond));
  const post = createPostToReceiver({ allowInsecure: true, timeoutMs });
  return post({ url: `http://127.0.0.1:${port}/`, headers: {}, body });
}

/** Answers with bytes, whatever is asked. */
async function postToBytes(bytes: string) {
  const server = createTcpServer((socket) =>
    socket.on('error', () => undefined).once('data', () => socket.write(bytes)),
  );
  const post = createPostToReceiver({ allowInsecure: true, timeoutMs: 300 });
  return post({ url: `http://127.0.0.1:${await listening(server)}/`, headers: {}, body: '{}' });
}

test('of an answer without end the status counts, and its beginning is kept', async () => {
  const answer = await postTo((_, response) => {
    response.writeHead(200);
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
      response.once('drain', write);
    };
    write();
  });

  expect(answer).toEqual({ status: 200, response: 'x'.repeat(1_024) });
});

test('of an answer that takes too long the status counts', async () => {
  const answer = await postTo((_, response) => void response.writeHead(202).write('so far'), { timeoutMs: 300 });

  expect(answer).toEqual({ status: 202, response: 'so far' });
});

test('an answer that comes before the request was read ends the attempt', async () => {
  const answer = await postTo(
    (request, response) => {
      response.writeHead(413, { Connection: 'close' }).end('too large');
      response.once('finish', () => request.destroy());
    },
    { body: 'x'.repeat(4_000_000) },
  );

  expect(answer).toEqual('status' in answer ? { status: 413, response: 'too large' } : { error: expect.any(String) });
});

test.each<[string, RequestListener, object]>([
  ['no answer', () => undefined, { error: 'no answer within 0.3 s' }],
  [
    'a connection that breaks off',
    (request) => request.destroy(),
    { error: expect.stringContaining('socket hang up') },
  ],
  ['a redirect', (_, response) => void response.writeHead(308, { Location: '/' }).end(), { status: 308, response: '' }],
])('%s is told', async (_, respond, told) => {
  expect(await postTo(respond, { timeoutMs: 300 })).toEqual(told);
});

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['headers without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['early hints only', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)],
])('%s is an error', async (_, bytes) => {
  expect(await postToBytes(bytes)).toEqual({ error: expect.any(String) });
});

test.each([
  ['a private address', [{ address: '127.0.0.1', family: 4 }], 'rebound.example has no public address'],
  ['no address', [], 'rebound.example has no public address'],
])('a name that has %s is not connected to', async (_, addresses, error) => {
  const port = await listening(createTcpServer());
  const resolve = () => Promise.resolve(addresses);
  const post = createPostToReceiver({ allowInsecure: false, timeoutMs: 10_000, resolve });

  expect(await post({ url: `https://rebound.example:${port}/`, headers: {}, body: '{}' })).toEqual({ error });
  expect(sockets).toEqual([]);
});

test('only the public addresses of a name are connected to', async () => {
  const port = await listening(createTcpServer());
  // To the first one nobody can connect from here.
  const addresses = [
    { address: '192.88.99.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const post = createPostToReceiver({
    allowInsecure: false,
    timeoutMs: 300,
    resolve: () => Promise.resolve(addresses),
  });

  expect(await post({ url: `https://rebound.example:${port}/`, headers: {}, body: '{}' })).toHaveProperty('error');
  expect(sockets).toEqual([]);
  // The server would have seen it.
  await once(connect(Number(port), '127.0.0.1'), 'connect');
});
