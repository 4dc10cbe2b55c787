import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { canNameProcesses, connectingProcesses, type Ends } from '../support/connecting-processes';
import { createNetwork } from '../support/network';

const asked: Ends[][] = [];
/** The names of those that connect, by their ports; others have none. */
const names = new Map<number, string>();
const network = createNetwork((connections) => {
  asked.push(connections);
  return connections.map(({ from }) => names.get(from));
});
const sockets: Socket[] = [];
let echo: Server;
let port: number;

beforeAll(async () => {
  echo = createServer((socket) => void sockets.push(socket.pipe(socket)));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const target = { host: '127.0.0.1', port: (echo.address() as AddressInfo).port };
  port = Number(await network.listen('echo', target));
});

afterEach(() => {
  network.mend();
  asked.length = 0;
});

afterAll(() => {
  network.stop();
  for (const socket of sockets) socket.destroy();
  echo.close();
});

async function aClient(name?: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  if (name !== undefined) names.set(socket.localPort ?? 0, name);
  return socket;
}

const clients = (count: number) => Promise.all(Array.from({ length: count }, () => aClient()));

async function expectEcho(socket: Socket): Promise<void> {
  const echoed = once(socket, 'data');
  socket.write('hello');
  expect(String(await echoed)).toBe('hello');
}

const isEcho = (name: string) => name === 'echo';
const isOrder = (name: string) => name === 'order';
const blocked = { there: { isBlocked: true } };

test('a link is cut by the names of both ends, for connections from before and after', async () => {
  const before = await aClient('order');
  await expectEcho(before);
  network.set(isOrder, isEcho, blocked);
  const after = await aClient('order');
  const other = await aClient('other');

  const echoes = [before, after].map((socket) => once(socket, 'data'));
  for (const socket of [before, after]) socket.write('hello');
  await expectEcho(other);

  expect([before.bytesRead, after.bytesRead]).toEqual([5, 0]);
  network.mend();
  await Promise.all(echoes);
});

test('all connections are named at once when a link is cut, and nothing that they carry is looked up again', async () => {
  const open = await clients(20);
  await Promise.all(open.map(expectEcho));

  network.set(isOrder, isEcho, blocked);
  for (let times = 0; times < 20; times += 1) await Promise.all(open.map(expectEcho));

  expect(asked.length).toBe(1);
});

test('connections that come together while a link is cut are named together', async () => {
  network.set(isOrder, isEcho, blocked);
  asked.length = 0;

  const open = await clients(40);
  await Promise.all(open.map(expectEcho));

  expect(asked.length).toBeLessThan(20);
});

test('nobody is named for links that are not cut', async () => {
  network.set(isOrder, (name) => name === 'inventory', blocked);

  const open = await clients(5);
  await Promise.all(open.map(expectEcho));

  expect(asked).toEqual([]);
});

test('the process that made a connection is found by both ends', async () => {
  if (!canNameProcesses) return;
  const socket = await aClient();
  const own = { from: socket.localPort ?? 0, to: port };

  const found = connectingProcesses([own, { ...own, to: 1 }, { ...own, from: 1 }], {
    none: undefined,
    me: process.pid,
  });

  expect(found).toEqual(['me', undefined, undefined]);
});
