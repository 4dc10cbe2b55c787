import { unavailable } from '@orders/shared/errors';
import { noteWrite } from '@orders/shared/writes';
import { eventually } from '../../support/eventually';
import { sendRequest, statusAndCode } from '../../support/request';
import { startTcpProxy } from '../../support/tcp-proxy';
import { aGateway, type TestGateway } from './a-gateway';
import { aBody, anOrder, orderId } from './an-order';

let gateway: TestGateway;
let proxy: Awaited<ReturnType<typeof startTcpProxy>>;

beforeAll(async () => {
  gateway = await aGateway({
    addressFor: async (services) => {
      const [host = '', port] = services.split(':');
      proxy = await startTcpProxy({ host, port: Number(port) });
      return `127.0.0.1:${proxy.port}`;
    },
  });
});
afterAll(() => proxy.stop());

interface Change {
  service: keyof TestGateway['fakes'];
  rpc: string;
  method: string;
  path: string;
  body?: object;
}

const credentials = { email: 'ada@example.org', password: 'correct horse' };
const product = { productId: 'prod1', name: 'Shirt', stock: 1 };

const keyed: Change[] = [
  { service: 'order', rpc: 'PlaceOrder', method: 'POST', path: '/api/order', body: aBody() },
  { service: 'inventory', rpc: 'CreateProduct', method: 'POST', path: '/api/products', body: product },
  { service: 'inventory', rpc: 'UpdateProduct', method: 'PATCH', path: '/api/products/prod1', body: { stock: 2 } },
  {
    service: 'inventory',
    rpc: 'RestockProduct',
    method: 'POST',
    path: '/api/products/prod1/restock',
    body: { quantity: 5 },
  },
];
const changes: Change[] = [
  ...keyed,
  { service: 'order', rpc: 'CancelOrder', method: 'POST', path: `/api/order/${orderId}/cancel` },
  { service: 'auth', rpc: 'Register', method: 'POST', path: '/api/auth/register', body: { ...credentials, name: 'A' } },
  { service: 'auth', rpc: 'Login', method: 'POST', path: '/api/auth/login', body: credentials },
  { service: 'auth', rpc: 'Refresh', method: 'POST', path: '/api/auth/refresh', body: { refreshToken: 'one' } },
  { service: 'auth', rpc: 'Logout', method: 'POST', path: '/api/auth/logout', body: { refreshToken: 'one' } },
  { service: 'auth', rpc: 'EndSession', method: 'DELETE', path: '/api/auth/sessions/one' },
  { service: 'auth', rpc: 'EndAllSessions', method: 'POST', path: '/api/auth/logout-all' },
];
const named = (list: Change[]) => list.map((change) => [`${change.method} ${change.path}`, change] as const);

const send = ({ method, path, body }: Change, headers: Record<string, string> = {}) => {
  const token = path.startsWith('/api/products') ? gateway.keySet.adminToken() : gateway.keySet.userToken();
  return sendRequest(gateway.url, path, { method, token, headers, ...(body && { body }) });
};

/** Makes the service of a change do this when it is asked for it. */
function whenAsked({ service, rpc }: Change, answer: () => unknown): void {
  Object.assign(gateway.fakes, { [service]: { ListKeys: gateway.fakes.auth.ListKeys, [rpc]: answer } });
}

/** The connection breaks after the request was forwarded, and the service cannot be reached again. */
async function sendAndCut(change: Change, headers?: Record<string, string>) {
  let asked = 0;
  whenAsked(change, async () => {
    asked += 1;
    await proxy.cut();
    return {};
  });
  const answer = await send(change, headers);
  await proxy.restore();
  await untilReached();
  expect(asked).toBe(1);
  return answer;
}

async function untilReached(): Promise<void> {
  gateway.fakes.order.GetOrder = () => ({ order: anOrder() });
  const read = () =>
    sendRequest(gateway.url, `/api/order/${orderId}`, { token: gateway.keySet.userToken(), timeoutMs: 5_000 });
  await eventually(async () => expect((await read()).status).toBe(200), 10_000);
  gateway.fakes.inventory.ListProducts = () => ({ products: [] });
  await eventually(async () => expect((await sendRequest(gateway.url, '/api/products')).status).toBe(200), 10_000);
  gateway.fakes.auth.ListSessions = () => ({ sessions: [] });
  const sessions = () => sendRequest(gateway.url, '/api/auth/sessions', { token: gateway.keySet.userToken() });
  await eventually(async () => expect((await sessions()).status).toBe(200), 10_000);
}

// The first one, because the failures of the others use up the retries that a client has.
test('a call whose answer is lost is sent again under the same operation id', async () => {
  const [, create] = keyed as [Change, Change];
  const operationIds: string[] = [];
  gateway.fakes.inventory.CreateProduct = ({ operationId }) => {
    operationIds.push(operationId);
    if (operationIds.length === 1) proxy.breakConnections();
    return { product };
  };

  const answer = await send(create);

  expect(answer.status).toBe(201);
  expect(operationIds).toHaveLength(2);
  expect(new Set(operationIds).size).toBe(1);
});

test('a service that did nothing cannot know what an attempt before it did, whose answer was lost', async () => {
  let asked = 0;
  const [place] = keyed as [Change];
  whenAsked(place, () => {
    asked += 1;
    if (asked > 1) throw unavailable('inventory is unavailable');
    proxy.breakConnections();
    return new Promise(() => undefined);
  });

  const answer = await send(place);

  expect(statusAndCode(answer)).toEqual([503, 'OUTCOME_UNKNOWN']);
  expect(asked).toBe(2);
});

test.each(named(changes))('%s without a key: an answer that is lost leaves the outcome unknown', async (_, change) => {
  const answer = await sendAndCut(change);

  expect(statusAndCode(answer)).toEqual([503, 'OUTCOME_UNKNOWN']);
  expect(answer.headers['retry-after']).toBeUndefined();
  expect(answer.body.message).toContain('look before you repeat it');
});

test.each(named(changes))('%s: nothing was done where the service cannot be reached', async (_, change) => {
  await proxy.cut();
  const answer = await send(change);
  await proxy.restore();
  await untilReached();

  expect(statusAndCode(answer)).toEqual([503, 'UNAVAILABLE']);
  expect(answer.headers['retry-after']).toBe('1');
});

test.each(named(keyed))('%s with a key may be repeated whatever happened', async (_, change) => {
  const answer = await sendAndCut(change, { 'Idempotency-Key': 'again' });

  expect(statusAndCode(answer)).toEqual([503, 'UNAVAILABLE']);
  expect(answer.headers['retry-after']).toBe('1');
});

test.each([
  ['before its first write', () => undefined, 'UNAVAILABLE', '1'],
  ['after its first write', () => noteWrite(), 'OUTCOME_UNKNOWN', undefined],
])('a service that fails %s is believed, and not asked again', async (_, write, code, retryAfter) => {
  let asked = 0;
  const [place] = keyed as [Change];
  whenAsked(place, () => {
    asked += 1;
    write();
    throw unavailable('inventory is unavailable');
  });

  const answer = await send(place);

  expect(statusAndCode(answer)).toEqual([503, code]);
  expect(answer.headers['retry-after']).toBe(retryAfter);
  expect(asked).toBe(1);
});

test('a service that hangs leaves the outcome unknown', async () => {
  const [place] = keyed as [Change];
  whenAsked(place, () => new Promise(() => undefined));

  const answer = await send(place);

  expect(statusAndCode(answer)).toEqual([503, 'OUTCOME_UNKNOWN']);
}, 10_000);

test('so does a request that meets its time limit', async () => {
  const slow = await aGateway({ timeLimitMs: 300 });
  slow.fakes.auth.Login = () => new Promise(() => undefined);

  const answer = await sendRequest(slow.url, '/api/auth/login', { body: credentials });

  expect(statusAndCode(answer)).toEqual([503, 'OUTCOME_UNKNOWN']);
});

test('every route that changes something documents it, and no other', async () => {
  const { body } = await sendRequest(gateway.url, '/openapi.json');
  const paths = body['paths'] as Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => responses['503']?.description.includes('OUTCOME_UNKNOWN'))
      .map(([method]) => `${method} ${path}`),
  );

  const expected = gateway.routes
    .filter(({ method }) => method !== 'get')
    .map(({ method, path }) => `${method} ${path}`);
  expect(documented.sort()).toEqual(expected.sort());
});
