import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Metadata, Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import { AuthService, CallsService } from '@orders/proto';
import { pino } from 'pino';
import { DomainError, unavailable } from './errors';
import { createGroupHandlers } from './grpc-answer-groups';
import { createGrpcClient } from './grpc-client';
import { createUnary } from './grpc-unary';
import { deadlineOfRequest, requestContext, traceIdOf, withRequestContext } from './request-context';
import { watchWrites } from './writes';

const unary = createUnary(pino({ level: 'silent' }));
type Group = Parameters<ReturnType<typeof createGroupHandlers>['CallTogether']>[0];
interface Refreshed {
  session: { accessToken: string };
}
type Handle = (request: { refreshToken: string }) => Promise<Refreshed>;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server whose Refresh is handled so, and a client of it that groups its calls. */
async function aServer(handle: Handle, { knowsGroups = true, breaksAfterFirst = false } = {}) {
  const sizes: number[] = [];
  const alone: string[] = [];
  const inner = unary(handle);
  const implementation = {
    Refresh: (call: ServerUnaryCall<{ refreshToken: string }, Refreshed>, answer: sendUnaryData<Refreshed>) => {
      // Only a call of its own has a way to send metadata before its answer.
      if ('sendMetadata' in call) alone.push(call.request.refreshToken);
      inner(call, answer);
    },
  };
  const server = new Server();
  server.addService(AuthService.service, implementation);
  if (knowsGroups) {
    const groups = createGroupHandlers(AuthService.service, implementation);
    server.addService(CallsService.service, {
      CallTogether: (group: Group) => {
        sizes.push(group.request.calls.length);
        if (!breaksAfterFirst) groups.CallTogether(group);
        else answerFirst(group);
      },
    });
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const client = createGrpcClient(AuthService, `127.0.0.1:${String(port)}`);
  stops.push(client.stop, () => server.forceShutdown());
  const refresh = client.grouped('Refresh');
  const call = async (refreshToken: string, timeoutMs = 60_000) =>
    (await refresh({ refreshToken }, timeoutMs)).session?.accessToken;
  return { call, alone, sizes };
}

/** Answers the first call of a group, then behaves like a server that is killed. */
function answerFirst(group: Group): void {
  const response = AuthService.service.Refresh.responseSerialize({ session: { accessToken: names[0] } } as never);
  group.write({ answers: [{ index: 0, response }] }, () => group.emit('error', { code: status.UNAVAILABLE }));
}

const echo: Handle = ({ refreshToken }) => Promise.resolve({ session: { accessToken: refreshToken } });
const names = Array.from({ length: 20 }, (_, place) => `call ${String(place)}`);

test('calls that wait at the same time share a request, and each gets its own answer', async () => {
  const { call, alone, sizes } = await aServer(echo);

  expect(await Promise.all(names.map((name) => call(name)))).toEqual(names);
  expect(sizes.length).toBeLessThan(names.length);
  expect(alone).toEqual([]);
});

test('a call that is refused does not fail the others', async () => {
  const { call } = await aServer((request) => {
    if (request.refreshToken !== 'refused') return echo(request);
    throw new DomainError('CONFLICT', { code: 'TAKEN', message: 'it is taken', details: [{ name: 'Zoë' }] });
  });

  const [refused, answered] = await Promise.allSettled([call('refused'), call('other')]);

  expect(refused).toMatchObject({
    reason: { kind: 'CONFLICT', code: 'TAKEN', message: 'it is taken', details: [{ name: 'Zoë' }] },
  });
  expect(answered).toEqual({ status: 'fulfilled', value: 'other' });
});

test('a slow call holds neither its neighbours nor the calls after them', async () => {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<undefined>();
  const { call } = await aServer(async (request) => {
    if (request.refreshToken.startsWith('slow')) await isReleased;
    return echo(request);
  });

  const slow = ['slow 1', 'slow 2', 'slow 3'].map((name) => call(name));
  expect(await Promise.all([call('neighbour'), call('another')])).toEqual(['neighbour', 'another']);
  for (const name of names) expect(await call(name)).toBe(name);

  release(undefined);
  expect(await Promise.all(slow)).toEqual(['slow 1', 'slow 2', 'slow 3']);
});

test('each call has its own ids and its own deadline', async () => {
  const seen = new Map<string, { requestId: string; traceId: string; leftMs: number }>();
  const { call } = await aServer((request) => {
    const { requestId = '', traceparent = '' } = requestContext() ?? {};
    const leftMs = deadlineOfRequest() - Date.now();
    seen.set(request.refreshToken, { requestId, traceId: traceIdOf(traceparent), leftMs });
    return echo(request);
  });
  const within = (name: string, digit: string, deadline: number) =>
    withRequestContext(
      { requestId: name, traceparent: `00-${digit.repeat(32)}-${digit.repeat(16)}-01`, deadline },
      () => call(name, 90_000),
    );

  await Promise.all([within('a', '1', Date.now() + 30_000), within('b', '2', Date.now() + 60_000)]);

  expect(seen.get('a')).toMatchObject({ requestId: 'a', traceId: '1'.repeat(32) });
  expect(seen.get('b')).toMatchObject({ requestId: 'b', traceId: '2'.repeat(32) });
  expect(seen.get('a')?.leftMs).toBeLessThanOrEqual(30_000);
  expect(seen.get('b')?.leftMs).toBeGreaterThan(30_000);
});

test('a call without an answer ends at its own deadline, also beside one that waits longer', async () => {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<undefined>();
  const { call } = await aServer(async (request) => {
    await isReleased;
    return echo(request);
  });

  const patient = call('patient');
  await expect(call('hurried', 50)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  release(undefined);
  expect(await patient).toBe('patient');
});

test('a call that ends before its group was sent may still be done, because others wait on', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const client = createGrpcClient(AuthService, `127.0.0.1:${String((silent.address() as AddressInfo).port)}`);
  stops.push(
    client.stop,
    () => silent.close(),
    () => sockets.forEach((socket) => socket.destroy()),
  );
  const refresh = client.grouped('Refresh');
  const wasSent = async (timeoutMs: number) => {
    const writes = { wereSent: false };
    const call = watchWrites(writes, () => refresh({ refreshToken: 'any' }, timeoutMs));
    await expect(call).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    return writes.wereSent;
  };

  expect(await Promise.all([wasSent(50), wasSent(300)])).toEqual([true, false]);
});

test('a server of the previous release is called one by one', async () => {
  const { call, alone } = await aServer(echo, { knowsGroups: false });

  expect(await Promise.all(names.map((name) => call(name)))).toEqual(names);
  expect(alone.sort()).toEqual([...names].sort());
});

test('calls that a broken group left open are made again, each by itself', async () => {
  const { call, alone } = await aServer(echo, { breaksAfterFirst: true });

  expect(await Promise.all(names.map((name) => call(name)))).toEqual(names);
  expect(alone.length).toBeGreaterThan(0);
  expect(alone).not.toContain(names[0]);
});

test.each([
  ['did nothing', () => unavailable('not now'), false],
  ['has failed otherwise', () => new Error('a bug'), true],
])('the error of a call that %s says whether it may have taken effect', async (_, error, wereSent) => {
  const { call } = await aServer(() => {
    throw error();
  });
  const writes = { wereSent: false };

  await expect(watchWrites(writes, () => call('any'))).rejects.toThrow();
  expect(writes.wereSent).toBe(wereSent);
});

const notARequest = Buffer.from([0x0a, 0xff]);

test.each([
  ['names no method', { method: 'NoSuchMethod' }, status.UNIMPLEMENTED],
  ['names what every object has', { method: 'constructor' }, status.UNIMPLEMENTED],
  ['holds bytes that are no request', { method: 'Refresh', request: notARequest }, status.INTERNAL],
  ['holds an id that no header can', { method: 'Refresh', requestId: 'two\nlines' }, status.INTERNAL],
])('a call that %s is refused by itself', async (_, call, code) => {
  const written: unknown[] = [];
  const calls = [call, { method: 'Refresh' }].map((facts) => ({
    ...{ request: Buffer.alloc(0), timeoutMs: 1_000, requestId: '', traceparent: '', actor: '' },
    ...facts,
  }));
  const group = {
    metadata: new Metadata(),
    getDeadline: () => Infinity,
    request: { calls },
    write: (message: { answers: unknown[] }) => written.push(...message.answers),
    end: () => written.push('end'),
  };
  const implementation = { Refresh: (_call: unknown, answer: sendUnaryData<Refreshed>) => answer(null, undefined) };

  createGroupHandlers(AuthService.service, implementation).CallTogether(group as never);
  await new Promise((resolve) => setImmediate(resolve));

  const error = expect.objectContaining({ code }) as unknown;
  expect(written).toEqual([{ index: 0, error }, { index: 1, response: Buffer.alloc(0) }, 'end']);
});
