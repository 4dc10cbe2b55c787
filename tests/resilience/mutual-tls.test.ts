import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { auditLimits } from '@orders/processor/audit/audit-facts';
import { AuthService, OrderService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { audit } from '../support/audit';
import { createAuthority } from '../support/certificates';
import { eventually } from '../support/eventually';
import { startLoad } from '../support/load';
import { serviceNames } from '../support/service-process';
import { replicaNamed } from '../support/system-layout';
import { silentLog } from '../support/test-database';
import { useSystem } from '../support/use-system';

const authority = createAuthority();
const certificates = Object.fromEntries(serviceNames.map((name) => [name, authority.aCertificate([name])]));
const operator = authority.aCertificate(['operator']);
const context = useSystem({
  envOf: Object.fromEntries(serviceNames.map((name) => [name, certificates[name]!.variables])),
});
afterAll(() => authority.remove());

type Variables = Parameters<typeof createGrpcTls>[0]['config'];

const serialOf = async (metricsPort: string) => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return /grpc_tls_certificate_not_after_timestamp_seconds\{serial="(\w+)"\}/.exec(text)?.[1];
};
const serials = () => Promise.all(context.system.layout.replicas.map(({ metricsPort }) => serialOf(metricsPort)));

test('a system with a certificate for each service loads new ones under load, without a failed request', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 100_000 });
  const load = startLoad({ shop, buyer, productId });
  await load.more(20);
  expect(await serials()).toEqual(serviceNames.map((name) => certificates[name]!.serial));

  const next = serviceNames.map((name) => certificates[name]!.replace());
  await eventually(async () => expect(await serials()).toEqual(next), 20_000);
  await load.more(20);

  expect(await load.stop()).toEqual([]);
  expect(load.failedAttempts()).toBe(0);
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(100_000 - load.placed.length));
}, 90_000);

test('a service rejects callers without a certificate, or with one of another authority', async () => {
  const foreign = createAuthority();
  const { variables } = certificates['gateway']!;
  const { GRPC_TLS_CERT, GRPC_TLS_KEY } = foreign.aCertificate(['gateway']).variables;

  await expect(listKeysWith(variables)).resolves.toHaveProperty('jwksJson');
  await expect(listKeysWith({})).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  await expect(listKeysWith({ ...variables, GRPC_TLS_CERT, GRPC_TLS_KEY })).rejects.toMatchObject({
    kind: 'UNAVAILABLE',
  });
  foreign.remove();
});

test('the gateway may not settle, the processor may not place, and only operators may do what is for operators', async () => {
  const orderId = randomUUID();
  const place = { orderId: randomUUID(), userId: 'a'.repeat(24), items: [{ productId: 'any', quantity: 1 }] };
  const pages = { pageSize: 1, pageToken: '', owes: 'OUTBOX_KIND_UNSPECIFIED' } as const;
  const calls = {
    SettleOrders: (order: OrderClient) => order.unary('SettleOrders')({ orderIds: [orderId] }, 3_000),
    PlaceOrder: (order: OrderClient) => order.unary('PlaceOrder')({ ...place, hasIdempotencyKey: false }, 3_000),
    ListOrderStories: (order: OrderClient) => order.unary('ListOrderStories')(pages, 3_000),
    FailOrder: (order: OrderClient) => order.unary('FailOrder')({ orderId, reason: 'none' }, 3_000),
    WatchOrder: (order: OrderClient) => firstOf(order.stream('WatchOrder')({ orderId, userId: 'x' })),
  };
  const callers = { ...Object.fromEntries(serviceNames.map((name) => [name, certificates[name]!])), operator };

  const mayCall: Record<string, string[]> = {};
  for (const [caller, { variables }] of Object.entries(callers)) {
    for (const [method, call] of Object.entries(calls)) {
      const isRefused = await withOrders(variables, call).then(() => false, isRefusal);
      if (!isRefused) (mayCall[method] ??= []).push(caller);
    }
  }

  expect(mayCall).toEqual({
    SettleOrders: ['processor'],
    PlaceOrder: ['gateway'],
    ListOrderStories: ['processor', 'operator'],
    FailOrder: ['processor'],
    WatchOrder: ['gateway'],
  });
}, 30_000);

test('an operator audits the system with the certificate of operators', async () => {
  const tls = createGrpcTls({ config: operator.variables, log: silentLog });

  expect((await audit(context.system.layout, auditLimits, tls)).findings).toEqual([]);
});

type OrderClient = ReturnType<typeof createGrpcClient<typeof OrderService.service>>;

const addressOf = (name: string) => `127.0.0.1:${replicaNamed(context.system.layout, name).port}`;

async function withOrders(config: Variables, call: (order: OrderClient) => Promise<unknown>): Promise<unknown> {
  const client = createGrpcClient(OrderService, addressOf('order'), {
    tls: createGrpcTls({ config, log: silentLog }),
  });
  try {
    return await call(client);
  } finally {
    client.stop();
  }
}

const firstOf = (stream: ReturnType<OrderClient['stream']>) =>
  new Promise<unknown>(
    (resolve, reject) => void stream.once('data', resolve).once('error', reject).once('end', resolve),
  );

/** Of a unary call the client gives the status as the cause, of a stream it is the error itself. */
const isRefusal = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return (cause?.code ?? code) === status.PERMISSION_DENIED;
};

async function listKeysWith(config: Variables) {
  const tls = createGrpcTls({ config, log: silentLog });
  const client = createGrpcClient(AuthService, addressOf('auth'), { tls });
  try {
    return await client.unary('ListKeys')({}, 3_000);
  } finally {
    client.stop();
  }
}
