import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refusalOf, render, services, signingKey, withHelm } from './render';

const secretsOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.podOf(service).containers[0].envFrom.flatMap(({ secretRef }) => secretRef?.name ?? []);
const checksumsOf = (rendered: ReturnType<typeof render>) =>
  services.map((service) => rendered.templateOf(service).metadata.annotations?.['checksum/secrets']);

withHelm('without existing Secrets the chart makes them of the values', () => {
  const rendered = render(['secrets.aws.accessKeyId=id', 'secrets.aws.secretAccessKey=key']);

  const made = rendered.ofKind('Secret').map(({ metadata }) => metadata.name);
  expect(made.sort()).toEqual(['shop-aws', 'shop-jwt', 'shop-mongo']);
  expect(rendered.named('Secret', 'shop-jwt').stringData!['JWT_PRIVATE_KEY']).toBe(signingKey);
});

withHelm.each(['accessKeyId', 'secretAccessKey'])('half a static AWS key, only %s, is refused', (name) => {
  expect(refusalOf([`secrets.aws.${name}=text`])).toContain('set both accessKeyId and secretAccessKey, or neither');
});

withHelm('existing Secrets are used, and none is made', () => {
  const rendered = render(
    ['mongo', 'jwt', 'aws', 'webhooks'].map((name) => `secrets.${name}.existingSecret=our-${name}`),
  );

  expect(rendered.ofKind('Secret')).toEqual([]);
  expect(secretsOf(rendered, 'auth')).toEqual(['our-mongo', 'our-jwt']);
  expect(secretsOf(rendered, 'inventory')).toEqual(['our-mongo']);
  expect(secretsOf(rendered, 'order')).toEqual(['our-mongo', 'our-aws']);
  expect(secretsOf(rendered, 'processor')).toEqual(['our-mongo', 'our-webhooks', 'our-aws']);
  expect(secretsOf(rendered, 'gateway')).toEqual([]);
});

withHelm('a release without a database says what is missing', () => {
  expect(refusalOf(['secrets.mongo.uri='])).toContain('secrets.mongo.uri or secrets.mongo.existingSecret');
});

withHelm(
  'rendering without a cluster makes no signing key: it fails, and its command makes one that the chart takes',
  () => {
    const refusal = refusalOf(['secrets.jwt.privateKey=']);

    const key = filesOf(refusal, ['jwt.pem'])[0]!;
    expect(createPrivateKey(key).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    const rendered = render([], { secrets: { jwt: { privateKey: key } } });
    expect(rendered.named('Secret', 'shop-jwt').stringData!['JWT_PRIVATE_KEY']).toBe(key);
  },
);

withHelm(
  'rendering without a cluster makes no certificates: it fails, and its commands make one for each caller',
  () => {
    const refusal = refusalOf(['mutualTls.enabled=true']);
    const callers = [...services, 'operator'];

    expect(refusal).toContain('mutualTls.existingSecrets');
    const files = filesOf(refusal, ['ca.crt', ...callers.map((caller) => `${caller}.crt`)]);
    const [authority, ...certificates] = files.map((file) => new X509Certificate(file));
    expect(certificates.map((certificate) => certificate.verify(authority!.publicKey))).not.toContain(false);
    expect(certificates.map(({ ca }) => ca)).not.toContain(true);
    expect(certificates.map(({ subjectAltName }) => subjectAltName)).toEqual(callers.map((caller) => `DNS:${caller}`));
  },
);

withHelm.each(['secrets.mongo.uri=mongodb://other:27017/', 'services.order.mongo.uri=mongodb://orders:27017/'])(
  'a change of %s rolls the pods, and the same Secrets do not',
  (change) => {
    const before = checksumsOf(render());

    expect(before).not.toContain(undefined);
    expect(checksumsOf(render())).toEqual(before);
    expect(checksumsOf(render([change])).filter((sum) => before.includes(sum))).toEqual([]);
  },
);

withHelm('those that use Redis, and no others, get its password, from a value or an existing Secret', () => {
  const made = render(['secrets.redis.url=rediss://shop:secret@redis.example:6390']);
  const existing = render(['secrets.redis.existingSecret=ours', 'config.redisTls=true', 'config.redisCluster=true']);

  expect(made.named('Secret', 'shop-redis').stringData).toEqual({
    REDIS_URL: 'rediss://shop:secret@redis.example:6390',
  });
  const usersOf = (rendered: ReturnType<typeof render>, name: string) =>
    services.filter((service) => secretsOf(rendered, service).includes(name));
  expect([usersOf(made, 'shop-redis'), usersOf(existing, 'ours')]).toEqual([
    ['gateway', 'order'],
    ['gateway', 'order'],
  ]);
  const flags = (rendered: ReturnType<typeof render>) => rendered.named('ConfigMap', 'shop-config').data;
  expect(flags(made)).toMatchObject({ REDIS_TLS: 'false', REDIS_CLUSTER: 'false' });
  expect(flags(existing)).toMatchObject({ REDIS_TLS: 'true', REDIS_CLUSTER: 'true' });
  expect(made.named('NetworkPolicy', 'shop-gateway').spec['egress']).toContainEqual({ ports: [{ port: 6390 }] });
  expect(refusalOf(['secrets.redis.url=redis.example:6379'])).toContain('secrets/redis/url');
});

withHelm('the processor alone gets the key of webhooks, which no rendering without a cluster invents', () => {
  const secretKey = 'a'.repeat(32);
  const made = render([], { secrets: { webhooks: { secretKey } } });
  const without = render();

  expect(made.named('Secret', 'shop-webhooks').stringData).toEqual({ WEBHOOK_SECRET_KEY: secretKey });
  const usersOf = (rendered: ReturnType<typeof render>) =>
    services.filter((service) => secretsOf(rendered, service).includes('shop-webhooks'));
  expect([usersOf(made), usersOf(without)]).toEqual([['processor'], []]);
  expect(without.ofKind('Secret').map(({ metadata: { name } }) => name)).not.toContain('shop-webhooks');
  expect(refusalOf(['secrets.webhooks.secretKey=short'])).toContain('secrets/webhooks/secretKey');
  const two = { secrets: { webhooks: { secretKey: `${'b'.repeat(32)},${secretKey}` } } };
  expect(render([], two).named('Secret', 'shop-webhooks').stringData).toEqual({
    WEBHOOK_SECRET_KEY: two.secrets.webhooks.secretKey,
  });
});

withHelm('a service can have a database user of its own: a Secret for its pods only, instead of that of all', () => {
  const mongo = { existingSecret: 'databases', key: 'AUTH_MONGO_URI' };
  const rendered = render([], {
    services: { order: { mongo: { uri: 'mongodb://order@db/' } }, auth: { mongo } },
  });

  expect(rendered.named('Secret', 'shop-order-mongo').stringData).toEqual({ MONGO_URI: 'mongodb://order@db/' });
  const uriOf = (name: string, key: string) => ({ name: 'MONGO_URI', valueFrom: { secretKeyRef: { name, key } } });
  for (const [service, uri] of [
    ['order', uriOf('shop-order-mongo', 'MONGO_URI')],
    ['auth', uriOf('databases', 'AUTH_MONGO_URI')],
  ] as const) {
    const { containers, initContainers } = rendered.podOf(service);
    for (const { env } of [containers[0], initContainers![0]]) expect(env).toContainEqual(uri);
    expect(secretsOf(rendered, service)).not.toContain('shop-mongo');
  }
  expect(secretsOf(rendered, 'inventory')).toEqual(['shop-mongo']);
  const [test] = rendered.ofKind('Pod');
  expect(JSON.stringify(test)).toContain('"AUTH_MONGO_URI"');
});

withHelm('where every service has a database user of its own, no connection string for all is asked for', () => {
  const own = ['auth', 'inventory', 'order', 'processor'].map(
    (service) => `services.${service}.mongo.existingSecret=x`,
  );

  const rendered = render(['secrets.mongo.uri=', ...own]);

  expect(rendered.ofKind('Secret').map(({ metadata }) => metadata.name)).toEqual(['shop-jwt']);
});

/** What the openssl commands of a message write. */
function filesOf(message: string, names: string[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-placing-key-'));
  try {
    const commands = message.split('\n').filter((line) => line.startsWith('  openssl '));
    const { status, stderr } = spawnSync('sh', ['-ec', commands.join('\n')], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
