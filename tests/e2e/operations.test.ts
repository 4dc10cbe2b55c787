import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eventually } from '../support/eventually';
import { healthOf, reflectedServices } from '../support/grpc-operations';
import { sharedSystem } from '../support/shared-system';
import { createShop, orderBody, type User } from '../support/shop';
import { logFileOf } from '../support/system';

const shop = createShop(sharedSystem());
const { replicas } = shop.layout;
let buyer: User;
let productId: string;

beforeAll(async () => {
  buyer = await shop.aUser();
  productId = await shop.aProduct({ stock: 100 });
  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order;
  await shop.untilFinal(buyer, orderId);
});

const probe = async (name: string, path: string) => {
  const { metricsPort } = replicas.find((replica) => replica.name === name)!;
  const response = await fetch(`http://127.0.0.1:${metricsPort}${path}`);
  return { status: response.status, text: await response.text() };
};

test.each(replicas.map(({ name }) => name))('%s says that it is alive and ready, and what is missing', async (name) => {
  const [alive, ready] = await Promise.all([probe(name, '/healthz'), probe(name, '/readyz')]);

  expect([alive.status, ready.status]).toEqual([200, 200]);
  expect(JSON.parse(ready.text)).toMatchObject({ ready: true, missing: [], degraded: [] });
});

test.each([
  ['gateway', 'http_server_request_duration_seconds'],
  ['auth', 'rpc_server_duration_seconds'],
  ['inventory', 'rpc_server_duration_seconds'],
  ['order', 'rpc_server_duration_seconds'],
  ['processor', 'sqs_message_processing_duration_seconds'],
])('%s measures %s', async (name, metric) => {
  const { text } = await probe(name, '/metrics');

  expect(text).toContain(`# TYPE ${metric} histogram`);
  const counts = [...text.matchAll(new RegExp(`^${metric}_count.* (\\d+)$`, 'gm'))].map(([, count]) => Number(count));
  expect(Math.max(...counts)).toBeGreaterThan(0);
});

test('unknown paths make no new metric labels', async () => {
  await shop.rest(`/api/${randomUUID()}`);
  await shop.rest(`/api/order/${randomUUID()}`, { token: buyer.token });

  const { text } = await probe('gateway', '/metrics');

  expect(text).toContain('http_route="/api/order/{id}"');
  expect(text).not.toMatch(/http_route="[^"]*[0-9a-f]{8}-/);
});

test.each([
  ['auth', 'orderplacing.auth.v1.AuthService'],
  ['inventory', 'orderplacing.inventory.v1.InventoryService'],
  ['order', 'orderplacing.order.v1.OrderService'],
  ['processor', 'orderplacing.processor.v1.ProcessorService'],
])('%s serves grpc.health.v1 and server reflection', async (name, service) => {
  const address = `127.0.0.1:${replicas.find((replica) => replica.name === name)!.port}`;

  expect(await healthOf(address, '')).toBe('SERVING');
  expect(await healthOf(address, service)).toBe('SERVING');
  expect(await reflectedServices(address)).toContain(service);
});

interface LogLine {
  time: string;
  level: string;
  service: string;
  msg: string;
  requestId?: string;
  trace_id?: string;
  orderId?: string;
}

const linesOf = (name: string): LogLine[] =>
  readFileSync(logFileOf(shop.layout, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);

test('every log line is JSON with time, level, service and message, and none contains a secret', () => {
  const lines = replicas.flatMap(({ name }) => linesOf(name));

  expect(lines.length).toBeGreaterThan(replicas.length);
  for (const line of lines) {
    expect(line).toMatchObject({ level: expect.any(String), service: expect.any(String), msg: expect.any(String) });
    expect(Date.parse(line.time)).not.toBeNaN();
  }
  const everything = JSON.stringify(lines);
  expect(everything).not.toContain(buyer.token);
  expect(everything).not.toContain(buyer.refreshToken);
});

test('one request id and one trace link the REST call to the settlement of the order', async () => {
  const requestId = `follow-${randomUUID()}`;
  const traceId = randomUUID().replaceAll('-', '');
  const { body } = await shop.rest('/api/order', {
    token: buyer.token,
    headers: { 'X-Request-Id': requestId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    body: orderBody(buyer.userId, [{ productId, quantity: 1 }]),
  });

  await eventually(() => {
    const settled = linesOf('processor').find(({ orderId }) => orderId === body.order.orderId);
    expect(settled).toMatchObject({ requestId, trace_id: traceId });
  }, 10_000);
});
