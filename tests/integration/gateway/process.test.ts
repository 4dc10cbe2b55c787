import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { eventually } from '../../support/eventually';
import { startFakeServices, type Fakes } from './fake-services';
import { aKeySet } from './tokens';

const root = path.join(__dirname, '../../..');
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The gateway, or another service, as a process of its own, in front of fake services. */
async function aProcess(fakes: Fakes, variables: Record<string, string> = {}, service = 'gateway') {
  const services = await startFakeServices(fakes);
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [`services/${service}/dist/main.js`], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      LOG_DIR: '',
      PORT: String(port),
      GATEWAY_METRICS_PORT: String(metricsPort),
      AUTH_GRPC_ADDRESSES: services.address,
      INVENTORY_GRPC_ADDRESSES: services.address,
      ORDER_GRPC_ADDRESSES: services.address,
      PROCESSOR_GRPC_ADDRESSES: services.address,
      REDIS_PORT: '1',
      ...variables,
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  stops.push(() => child.kill('SIGKILL'), services.stop);
  return {
    url: `http://127.0.0.1:${port}`,
    probe: (name: string) => fetch(`http://127.0.0.1:${metricsPort}/${name}`),
    child,
    exited,
    said: () => said,
  };
}

type Process = Awaited<ReturnType<typeof aProcess>>;

// A process that starts beside others takes several seconds on a busy machine.
const startsWithinMs = 20_000;
const isHealthy = ({ probe }: Process) =>
  eventually(async () => expect((await probe('healthz')).status).toBe(200), startsWithinMs);
const isReady = ({ probe }: Process) =>
  eventually(async () => expect((await probe('readyz')).status).toBe(200), startsWithinMs);

const knownKeys = (): Fakes => ({ auth: { ListKeys: aKeySet().published }, inventory: {}, order: {}, processor: {} });

test('it is ready once it holds the keys, and still names what is unavailable', async () => {
  const fakes = { ...knownKeys(), auth: {} };
  const gateway = await aProcess(fakes);
  await isHealthy(gateway);
  const early = await gateway.probe('readyz');

  Object.assign(fakes.auth, knownKeys().auth);
  await isReady(gateway);

  expect(early.status).toBe(503);
  expect(await early.json()).toMatchObject({ missing: ["auth's keys"] });
  expect(await (await gateway.probe('readyz')).json()).toEqual({ ready: true, missing: [], degraded: ['redis'] });
});

test('its metrics name routes and never what callers send', async () => {
  const gateway = await aProcess(knownKeys());
  await isReady(gateway);

  await fetch(`${gateway.url}/api/order/secret-path`);
  await fetch(`${gateway.url}/wp-admin/secret-path`);

  const metrics = await (await gateway.probe('metrics')).text();
  expect(metrics).toContain(
    'http_server_request_duration_seconds_count{http_route="/api/order/{id}",http_request_method="GET",http_response_status_code="401"} 1',
  );
  expect(metrics).toContain('http_route="unmatched"');
  expect(metrics).not.toContain('secret-path');
});

test('on SIGTERM it is no longer ready, finishes requests in progress, and exits with 0', async () => {
  const fakes = knownKeys();
  const { promise: products, resolve: answerNow } = Promise.withResolvers<{ products: [] }>();
  const asked = Promise.withResolvers<unknown>();
  fakes.inventory.ListProducts = () => {
    asked.resolve(undefined);
    return products;
  };
  const gateway = await aProcess(fakes, { DRAIN_DELAY_MS: '300' });
  await isReady(gateway);
  const inHand = fetch(`${gateway.url}/api/products`);
  await asked.promise;

  gateway.child.kill('SIGTERM');
  await eventually(async () => expect((await gateway.probe('readyz')).status).toBe(503));
  await eventually(() => expect(fetch(`${gateway.url}/`)).rejects.toThrow());
  answerNow({ products: [] });

  const answer = await inHand;
  expect(answer.status).toBe(200);
  expect(answer.headers.get('connection')).toBe('close');
  expect(await gateway.exited).toBe(0);
});

test.each([
  ['gateway', 'PORT'],
  ['gateway', 'GATEWAY_METRICS_PORT'],
  ['inventory', 'INVENTORY_GRPC_PORT'],
])('a port in use of %s is named with its variable %s', async (service, variable) => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  stops.push(() => holder.close());
  const { port } = holder.address() as AddressInfo;

  const metricsPort = await freePort();
  const variables = { INVENTORY_METRICS_PORT: String(metricsPort), MONGO_URI: 'mongodb://127.0.0.1:1' };

  const process = await aProcess(knownKeys(), { ...variables, [variable]: String(port) }, service);

  expect(await process.exited).toBe(1);
  expect(process.said()).toContain(
    `port ${port} is in use: stop the process that uses it, or set ${variable} to another\n`,
  );
});

test('every problem of the environment is reported at once', async () => {
  const gateway = await aProcess(knownKeys(), {
    PORT: 'x',
    RATE_LIMIT_ORDERS: '-1',
    TRUST_PROXY: 'anyone',
    CORS_ORIGINS: 'shop.example',
    AUTH_GRPC_ADDRESSES: 'auth',
  });

  expect(await gateway.exited).toBe(1);
  for (const name of ['PORT', 'RATE_LIMIT_ORDERS', 'TRUST_PROXY', 'CORS_ORIGINS', 'AUTH_GRPC_ADDRESSES']) {
    expect(gateway.said()).toContain(`  ${name}: `);
  }
});
