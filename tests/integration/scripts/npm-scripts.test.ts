import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { createMongo } from '@orders/shared/mongo';
import { createSqsClient, deadLetterQueueUrlOf } from '@orders/shared/sqs';
import { eventually } from '../../support/eventually';
import { systemPorts } from '../../support/system-ports';
import { requiredVariable, silentLog } from '../../support/test-database';
import { aCheckout, type Checkout, type Finished, type Running, type Variables } from './a-checkout';
import { aFakePm2 } from './fake-pm2';

jest.setTimeout(180_000);

const id = randomUUID().slice(0, 8);
const prefix = `test_scripts_${id}_`;
const endpoint = requiredVariable('AWS_ENDPOINT_URL');
const queueUrl = `${endpoint}/000000000000/scripts-${id}`;
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const services = ['gateway', 'auth', 'order', 'inventory'];

let checkout: Checkout;
/** Where the gRPC and metrics ports are, which a user leaves at their defaults. */
let ports: Variables;
let address: string;

beforeAll(async () => {
  const { PORT = '', ...rest } = await systemPorts();
  ports = { ...rest, MONGO_DB_PREFIX: prefix, MAIL_RATE_PER_SECOND: '200' };
  address = `http://127.0.0.1:${PORT}`;
  checkout = aCheckout();
  checkout.write('.env.development', envFile({ PORT, JWT_PRIVATE_KEY: '' }));
  checkout.write('.env.production', envFile({ PORT, JWT_PRIVATE_KEY: `"${String(pem).replaceAll('\n', '\\n')}"` }));
}, 240_000);

afterAll(async () => {
  await checkout.remove();
  for (const name of ['auth', 'inventory', 'orders', 'processor']) {
    const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}${name}`, log: silentLog });
    await mongo.connect();
    await mongo.dropDatabase();
    await mongo.stop();
  }
  const sqs = createSqsClient({ region: 'us-east-1', endpoint });
  for (const QueueUrl of [queueUrl, deadLetterQueueUrlOf(queueUrl)])
    await sqs.send(new DeleteQueueCommand({ QueueUrl })).catch(() => undefined);
});

/** The variables of the original system, and the address of LocalStack. */
const envFile = (own: Record<'PORT' | 'JWT_PRIVATE_KEY', string>) =>
  Object.entries({
    ...own,
    MONGO_URI: requiredVariable('MONGO_URI'),
    REDIS_HOST: requiredVariable('REDIS_HOST'),
    REDIS_PORT: requiredVariable('REDIS_PORT'),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SES_SENDER_EMAIL: `orders-${id}@example.com`,
    AWS_SQS_QUEUE_URL: queueUrl,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: endpoint,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const start = (script: string) => checkout.start(script, { env: ports });
const run = (script: string, args: string[] = [], env: Variables = {}) =>
  checkout.run(script, { args, env: { ...ports, ...env } });

async function ask(method: string, route: string, { body, token }: { body?: object; token?: string } = {}) {
  const response = await fetch(`${address}${route}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

/** What one answer or another holds. */
interface Body {
  user: { _id: string };
  token: string;
  refreshToken: string;
  order: { orderId: string };
  products: { productId: string }[];
  keys: object[];
}

/** Waits until the gateway and the services behind it answer. */
const answers = (terminal: Running) =>
  terminal.unlessItEnds(
    eventually(async () => {
      expect(await ask('GET', '/api/products')).toMatchObject({ status: 200 });
      const body = { email: 'a@example.org', password: 'none' };
      expect(await ask('POST', '/api/auth/login', { body })).toMatchObject({ status: 401 });
    }, 90_000),
  );

async function register() {
  const email = `ann-${randomUUID()}@example.org`;
  const { body } = await ask('POST', '/api/auth/register', { body: { name: 'Ann', email, password: 'correct horse' } });
  return {
    email,
    userId: body.user._id,
    token: body.token,
    refreshToken: body.refreshToken,
  };
}

async function placeOrder() {
  const { userId, token } = await register();
  const items = [{ productId: 'prod1', quantity: 1 }];
  const { body } = await ask('POST', '/api/order', { token, body: { userId, totalAmount: 1, items } });
  return { orderId: body.order.orderId, token };
}

const isProcessed = ({ orderId, token }: { orderId: string; token: string }) =>
  eventually(async () => {
    const { body } = await ask('GET', `/api/order/${orderId}`, { token });
    expect(body.order).toMatchObject({ status: 'Processed' });
  }, 40_000);

/** How many services said that they stopped with nothing left in hand. */
const cleanEnds = ({ output }: Finished) => output.match(/"msg":"stopped"/g)?.length;

const loggingServices = () =>
  new Set(
    checkout
      .read('logs/app.log')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { service: string }).service),
  );

test('build compiles every service', async () => {
  expect(await run('build')).toMatchObject({ code: 0 });

  const mains = [...services, 'processor'].map((name) => checkout.file(`services/${name}/dist/main.js`));
  expect(mains.filter((file) => !existsSync(file))).toEqual([]);
});

test('seed:inventory:dev fills an empty catalogue, once', async () => {
  const first = await run('seed:inventory:dev');
  const second = await run('seed:inventory:dev');

  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('3 demo products added') });
  expect(second).toMatchObject({ code: 0, output: expect.stringContaining('nothing added') });
});

describe('dev and start:worker:dev', () => {
  let dev: Running;
  let worker: Running;

  beforeAll(async () => {
    dev = start('dev');
    worker = start('start:worker:dev');
    await answers(dev);
  });

  test('the REST API answers on PORT, with the seeded products', async () => {
    const { body } = await ask('GET', '/api/products');

    expect(body.products.map(({ productId }) => productId)).toEqual(['prod1', 'prod2', 'prod3']);
  });

  test('the worker takes an order to its end', async () => {
    await isProcessed(await placeOrder());
  });

  test('admin:grant makes an admin of an account', async () => {
    const { email, refreshToken } = await register();

    const granted = await run('admin:grant', [email]);
    const unknown = await run('admin:grant', ['nobody@example.org']);

    expect(granted).toMatchObject({ code: 0, output: expect.stringContaining(`${email} is an admin now`) });
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('has no account') });
    const { body } = await ask('POST', '/api/auth/refresh', { body: { refreshToken } });
    const product = { productId: `p-${id}`, name: 'New', stock: 1 };
    expect(await ask('POST', '/api/products', { token: body.token, body: product })).toMatchObject({ status: 201 });
  });

  test('logs/app.log holds the lines of all services', async () => {
    await eventually(() => expect([...loggingServices()]).toEqual(expect.arrayContaining([...services, 'processor'])));
  });

  test('a change of a source file is answered with soon', async () => {
    const file = 'services/gateway/src/http/server/failures.ts';
    expect(checkout.read(file)).toContain('there is no such route; /docs lists all of them');

    checkout.write(
      file,
      checkout.read(file).replace('there is no such route; /docs lists all of them', 'changed while it ran'),
    );

    await eventually(async () => {
      expect(await ask('GET', '/api/nothing')).toMatchObject({
        status: 404,
        body: { message: 'changed while it ran' },
      });
    }, 40_000);
  });

  test('Ctrl-C ends all of it', async () => {
    await Promise.all([dev.interrupt(), worker.interrupt()]);

    await expect(fetch(address)).rejects.toThrow();
  });
});

test('start answers on PORT until Ctrl-C', async () => {
  const terminal = start('start');
  await answers(terminal);
  expect(services.filter((name) => !terminal.output().includes(`[${name}`))).toEqual([]);

  expect(cleanEnds(await terminal.interrupt())).toBe(4);
  await expect(fetch(address)).rejects.toThrow();
});

test('prod refuses the plain secret of the original system and names the command that makes a key', async () => {
  const { code, output } = await run('prod', [], { JWT_PRIVATE_KEY: 'mysecretkey' });

  expect(code).not.toBe(0);
  expect(output).toContain('openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256');
  expect(output).not.toContain('mysecretkey');
});

test('prod, seed:inventory:prod and start:worker:prod run on .env.production', async () => {
  const prod = start('prod');
  const worker = start('start:worker:prod');
  await answers(prod);

  expect(await run('seed:inventory:prod')).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^(3 demo products|the catalogue is not empty: nothing) added$/m),
  });
  expect((await ask('GET', '/.well-known/jwks.json')).body.keys[0]).toMatchObject({ crv: 'P-256' });
  expect((await ask('GET', '/api/dev/mails')).status).toBe(404);
  await isProcessed(await placeOrder());

  const ends = await Promise.all([prod.interrupt(), worker.interrupt()]);
  expect(ends.map(cleanEnds)).toEqual([4, 1]);
});

describe('the worker under pm2', () => {
  const pm2 = aFakePm2();
  const withPm2 = (script: string) =>
    run(script, [], { PATH: `${pm2.folder}:${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}` });
  const startArgs = [
    'start',
    'services/processor/dist/main.js',
    '--name',
    'order-worker',
    '--interpreter',
    process.execPath,
  ];

  afterAll(pm2.remove);

  test.each([
    ['start:worker:pm2:dev', 'development'],
    ['start:worker:pm2:prod', 'production'],
  ])('%s starts the processor in %s, or restarts the one that runs', async (script, nodeEnv) => {
    expect(await withPm2(script)).toMatchObject({ code: 0 });
    const [first] = pm2.takeCalls();
    expect(first).toMatchObject({ nodeEnv });
    expect(first?.args).toEqual(expect.arrayContaining(startArgs));
    expect(await withPm2(script)).toMatchObject({ code: 0 });
    expect(pm2.takeCalls()).toEqual([{ nodeEnv, args: ['restart', 'order-worker', '--update-env'] }]);

    expect(await withPm2('stop:worker')).toMatchObject({ code: 0 });
    expect(pm2.takeCalls()).toMatchObject([{ args: ['delete', 'order-worker'] }]);
  });

  test('start:worker:deploy starts it in production and saves the list', async () => {
    expect(await withPm2('start:worker:deploy')).toMatchObject({ code: 0 });

    const [started, saved] = pm2.takeCalls();
    expect(started).toMatchObject({ nodeEnv: 'production' });
    expect(started?.args).toEqual(expect.arrayContaining(startArgs));
    expect(saved?.args).toEqual(['save']);
  });

  test('pm2:flush:logs empties its logs', async () => {
    expect(await withPm2('pm2:flush:logs')).toMatchObject({ code: 0 });

    expect(pm2.takeCalls()).toMatchObject([{ args: ['flush', 'order-worker'] }]);
  });

  test.each(['start:worker:pm2:dev', 'start:worker:pm2:prod', 'start:worker:deploy', 'stop:worker', 'pm2:flush:logs'])(
    '%s without a pm2 says so in one line',
    async (script) => {
      const { code, output } = await run(script);

      expect(code).toBe(1);
      expect(output.trim()).toBe('pm2 is not on PATH: npm install --global pm2, then try again.');
    },
  );
});
