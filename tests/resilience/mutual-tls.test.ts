import { AuthService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createAuthority } from '../support/certificates';
import { eventually } from '../support/eventually';
import { startLoad } from '../support/load';
import { replicaNamed } from '../support/system-layout';
import { silentLog } from '../support/test-database';
import { useSystem } from '../support/use-system';

const authority = createAuthority();
const certificate = authority.aCertificate();
const context = useSystem({ env: certificate.variables });
afterAll(() => authority.remove());

const serialOf = async (metricsPort: string) => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return /grpc_tls_certificate_not_after_timestamp_seconds\{serial="(\w+)"\}/.exec(text)?.[1];
};
const serials = () => Promise.all(context.system.layout.replicas.map(({ metricsPort }) => serialOf(metricsPort)));

test('a system with mutual TLS loads new certificates under load, without a failed request', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 100_000 });
  const load = startLoad({ shop, buyer, productId });
  await load.more(20);
  expect(new Set(await serials())).toEqual(new Set([certificate.serial]));

  const next = certificate.replace();
  await eventually(async () => expect(new Set(await serials())).toEqual(new Set([next])), 20_000);
  await load.more(20);

  expect(await load.stop()).toEqual([]);
  expect(load.failedAttempts()).toBe(0);
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(100_000 - load.placed.length));
}, 90_000);

test('a service rejects callers without a certificate, or with one of another authority', async () => {
  const foreign = createAuthority();
  const { GRPC_TLS_CERT, GRPC_TLS_KEY } = foreign.aCertificate().variables;

  await expect(listKeysWith(certificate.variables)).resolves.toHaveProperty('jwksJson');
  await expect(listKeysWith({})).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  await expect(listKeysWith({ ...certificate.variables, GRPC_TLS_CERT, GRPC_TLS_KEY })).rejects.toMatchObject({
    kind: 'UNAVAILABLE',
  });
  foreign.remove();
});

async function listKeysWith(config: Parameters<typeof createGrpcTls>[0]['config']) {
  const tls = createGrpcTls({ config, log: silentLog });
  const client = createGrpcClient(AuthService, `127.0.0.1:${replicaNamed(context.system.layout, 'auth').port}`, {
    tls,
  });
  try {
    return await client.unary('ListKeys')({}, 3_000);
  } finally {
    client.stop();
  }
}
