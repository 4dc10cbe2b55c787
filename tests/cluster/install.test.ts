import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { password } from '../support/shop';
import { chart } from './chart-values';
import { createNamespace, deleteNamespace, objectsIn, secretOf } from './namespace';
import { installRelease, shopOf, upgradeRelease, type ClusterShop } from './release';
import { helm, kubectl, run, runAny } from './run';

const [namespace, neighbour] = ['order-placing-test-install', 'order-placing-test-neighbour'];

jest.setTimeout(240_000);
afterAll(() => Promise.all([namespace, neighbour].map(deleteNamespace)));

test('an empty namespace of restricted pods takes its first order, follows it to Processed, and passes helm test', async () => {
  const began = Date.now();
  const { shop } = await installRelease({ namespace });
  const installed = Date.now();

  await expect(orderIn(shop)).resolves.toBe('Processed');
  const ordered = Date.now();
  process.stderr.write(
    `installed in ${String(installed - began)} ms, first order in ${String(ordered - installed)} ms more\n`,
  );
  await expect(helm('test', 'orders', '-n', namespace)).resolves.toMatch(/Phase: +Succeeded/);
});

test('two releases in two namespaces know nothing of each other', async () => {
  const [ours, theirs] = [await shopIn(namespace), (await installRelease({ namespace: neighbour })).shop];
  const productId = await ours.aProduct({ stock: 3 });
  const buyer = await ours.aUser();

  await expect(orderIn(theirs)).resolves.toBe('Processed');
  expect((await theirs.rest(`/api/products/${productId}`)).status).toBe(404);
  const signIn = { body: { email: buyer.email, password } };
  expect((await theirs.rest('/api/auth/login', signIn)).status).toBe(401);
  expect((await theirs.rest('/api/orders', { token: buyer.token })).status).toBe(401);
});

test('the keys of access tokens and of webhooks survive an upgrade, and tokens with them', async () => {
  const shop = await shopIn(namespace);
  const buyer = await shop.aUser();
  const before = await secretOf(namespace, 'orders-jwt');
  const webhooks = await secretOf(namespace, 'orders-webhooks');
  const sumBefore = await checksumOf(namespace);

  await upgradeRelease({ namespace, set: ['--set', 'config.logLevel=warn'] });

  expect(before['JWT_PRIVATE_KEY']).toMatch(/^\w{100}/);
  expect(await secretOf(namespace, 'orders-jwt')).toEqual(before);
  expect(webhooks['WEBHOOK_SECRET_KEY']).toMatch(/^\w{64}/);
  expect(await secretOf(namespace, 'orders-webhooks')).toEqual(webhooks);
  // The checksum of the first installation is that of the key which the pods got, or this upgrade would replace them for nothing.
  expect(await checksumOf(namespace)).toBe(sumBefore);
  expect((await shop.rest('/api/orders', { token: buyer.token })).status).toBe(200);
});

test('a wrong value is refused by its name, and the release stays as it was', async () => {
  const before = await revisionOf(namespace);

  for (const [wrong, name] of [
    ['services.order.replica=3', 'replica'],
    ['image.pullPolicy=Sometimes', 'pullPolicy'],
  ] as const) {
    const args = ['upgrade', 'orders', chart, '-n', namespace, '--reuse-values', '--set', wrong];
    const { exitCode, stderr } = await runAny('helm', args);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(name);
  }

  expect(await revisionOf(namespace)).toBe(before);
});

test('helm uninstall leaves no object behind', async () => {
  await shopIn(namespace);
  expect((await objectsIn(namespace)).length).toBeGreaterThan(20);

  await helm('uninstall', 'orders', '-n', namespace, '--wait');

  await eventually(async () => expect(await objectsIn(namespace)).toEqual([]), 60_000);
});

test('the backing services leave nothing behind either, their volumes least', async () => {
  const own = 'order-placing-test-volumes';
  await kubectl('create', 'namespace', own);
  await kubectl('label', 'namespace', own, 'order-placing-test=true');
  try {
    await helm('install', 'dependencies', 'deploy/dependencies', '-n', own);
    await eventually(async () => expect(await objectsIn(own)).toContain('persistentvolumeclaim/data-mongo-0'), 30_000);

    await helm('uninstall', 'dependencies', '-n', own, '--wait');

    await eventually(async () => expect(await objectsIn(own)).toEqual([]), 90_000);
  } finally {
    await deleteNamespace(own);
  }
});

test('of the backing services LocalStack alone needs more than a restricted pod may', async () => {
  const strict = 'order-placing-test-strict';
  await createNamespace(strict);
  try {
    await kubectl('label', 'namespace', strict, 'pod-security.kubernetes.io/warn=restricted');
    const objects = await helm('template', 'dependencies', 'deploy/dependencies', '-n', strict);
    const { stderr } = await runAny('kubectl', ['apply', '--dry-run=server', '-n', strict, '-f', '-'], {
      input: objects,
    });
    const warnings = stderr.split('\n').filter((line) => line.includes('would violate PodSecurity'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('container "localstack"');
  } finally {
    await deleteNamespace(strict);
  }
});

const checksumOf = (name: string) =>
  kubectl(
    ...['get', 'deploy', 'orders-auth', '-n', name, '-o'],
    String.raw`jsonpath={.spec.template.metadata.annotations.checksum/secrets}`,
  );

/** The release of a namespace, whichever test comes first. */
async function shopIn(name: string): Promise<ClusterShop> {
  const isThere = (await runAny('helm', ['status', 'orders', '-n', name])).exitCode === 0;
  if (!isThere) return (await installRelease({ namespace: name })).shop;
  return shopOf(name);
}

async function orderIn(shop: ClusterShop): Promise<string> {
  const [productId, buyer] = [await shop.aProduct({ stock: 1 }), await shop.aUser()];
  const { status, body } = await shop.place(buyer, [{ productId, quantity: 1 }], { key: randomUUID() });
  expect(status).toBe(201);
  return (await shop.untilFinal(buyer, body.order.orderId as string, 60_000)).status;
}

async function revisionOf(name: string): Promise<number> {
  const { version } = JSON.parse(await run('helm', ['status', 'orders', '-n', name, '-o', 'json'])) as {
    version: number;
  };
  return version;
}
