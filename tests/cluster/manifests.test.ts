import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chart, hasMutualTls, valuesFor } from './chart-values';
import { createNamespace, deleteNamespace } from './namespace';
import { services, shopOf } from './release';
import { kubectl, run, runAny } from './run';

const namespace = 'order-placing-test-manifests';
const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string;

jest.setTimeout(240_000);
beforeAll(() => createNamespace(namespace));
afterAll(() => deleteNamespace(namespace));

test('without Helm in the cluster: make manifests, kubectl apply, and an order is Processed', async () => {
  // The certificates are made as the chart says it where it makes none.
  const mutualTls = hasMutualTls(true) && (await makeCertificates());
  const manifests = await renderManifests({ ...valuesFor(namespace), ...(mutualTls && { mutualTls }) });
  await run('kubectl', ['apply', '-n', namespace, '-f', '-'], { input: manifests });
  await kubectl('rollout', 'status', '-n', namespace, 'deploy', '--timeout=120s');

  const shop = await shopOf(namespace, 'plain');
  // Its product needs an admin, whom kubectl exec has granted.
  const [productId, buyer] = [await shop.aProduct({ stock: 1 }), await shop.aUser()];
  const { body } = await shop.place(buyer, [{ productId, quantity: 1 }]);
  const { status } = await shop.untilFinal(buyer, body.order.orderId as string, 60_000);

  expect(status).toBe('Processed');
});

const tls = 'ingress.tls=[{"secretName":"tls","hosts":["a.example"]}]';
const existing = 'secrets.mongo.existingSecret=a,secrets.jwt.existingSecret=b,secrets.aws.existingSecret=c';
const existingCertificates = ['auth', 'gateway', 'inventory', 'order', 'processor']
  .map((service) => `mutualTls.existingSecrets.${service}=ours`)
  .join(',');
const combinations: [string, string[]][] = [
  ['nothing but the defaults', []],
  ['the local environment', ['-f', 'deploy/environments/local.yaml']],
  ['the staging environment', ['-f', 'deploy/environments/staging.yaml']],
  ['the production environment', ['-f', 'deploy/environments/production.yaml']],
  [
    'production with KEDA and the operator',
    ['-f', 'deploy/environments/production.yaml', ...on('keda', 'serviceMonitor', 'prometheusRule')],
  ],
  ['autoscaling everywhere', on('defaults.autoscaling')],
  ['KEDA beside autoscaling', on('keda', 'defaults.autoscaling')],
  ['KEDA on LocalStack', [...on('keda'), '--set', 'config.awsEndpointUrl=http://localstack:4566']],
  ['no policies and no budgets', ['--set', 'networkPolicy.enabled=false,defaults.podDisruptionBudget.enabled=false']],
  [
    'an Ingress with TLS',
    [...on('ingress'), '--set-json', 'ingress.hosts=["a.example"]', '--set-json', tls, '--set', 'config.trustProxy=1'],
  ],
  ['a load balancer', ['--set', 'gatewayService.type=LoadBalancer']],
  ['secrets that exist', ['--set', existing]],
  ['mutual TLS by Secrets that exist', [...on('mutualTls'), '--set', existingCertificates]],
  [
    'production on OpenShift',
    ['production', 'openshift'].flatMap((name) => ['-f', `deploy/environments/${name}.yaml`]),
  ],
  ['every setting at once', ['-f', 'tests/cluster/every-setting.yaml']],
  ['traces to a collector', ['--set', 'tracing.endpoint=http://collector:4318,tracing.samplerArg=0.1']],
  ['no replicas', ['--set', 'defaults.replicas=0']],
];

test.each(combinations)('the API server takes %s', async (_, values) => {
  const objects = await run(
    'helm',
    ['template', 'tried', chart, '--validate', '--no-hooks', '-n', namespace, '-f', '-', ...values],
    { input: JSON.stringify({ secrets: { jwt: { privateKey: signingKey } } }) },
  );

  const taken = await run('kubectl', ['apply', '--dry-run=server', '-n', namespace, '-f', '-'], { input: objects });

  expect(taken.match(/ \(server dry run\)$/gm)!.length).toBe(objects.match(/^kind: /gm)!.length);
});

const key = ['--set', 'secrets.jwt.existingSecret=ours'];
const route = [
  ...on('httpRoute'),
  '--set-json',
  'httpRoute.parentRefs=[{"name":"public"}]',
  '--set',
  'config.trustProxy=1',
];
const certificates = on('mutualTls', 'mutualTls.certManager');

test.each([
  ['HTTPRoute', 'httproutes.gateway.networking.k8s.io', route],
  ['Certificate', 'certificates.cert-manager.io', certificates],
])('the kind %s is taken where it is known', async (kind, resource, values) => {
  const isKnown = (await kubectl('api-resources', '-o', 'name')).includes(resource);
  const objects = await run('helm', ['template', 'tried', chart, '--no-hooks', '-n', namespace, ...key, ...values]);
  expect(objects.split('\n')).toContain(`kind: ${kind}`);
  if (!isKnown) return void process.stderr.write(`this cluster knows no ${kind}: it is NOT tried\n`);
  await run('kubectl', ['apply', '--dry-run=server', '-n', namespace, '-f', '-'], { input: objects });
});

function on(...switches: string[]): string[] {
  return ['--set', switches.map((name) => `${name}.enabled=true`).join(',')];
}

/** Runs the commands that the chart prints, and keeps a Secret for each service. */
async function makeCertificates() {
  const { stderr } = await runAny('helm', ['template', 'plain', chart, ...key, ...on('mutualTls')]);
  return inFolder(async (folder) => {
    await run('sh', ['-ec', ['cd "$0"', ...(stderr.match(/^ *openssl .*/gm) ?? [])].join('\n'), folder]);
    const file = (name: string, of: string) => `--from-file=${name}=${path.join(folder, of)}`;
    for (const service of services) {
      const files = [file('tls.crt', `${service}.crt`), file('tls.key', `${service}.key`), file('ca.crt', 'ca.crt')];
      await kubectl('create', 'secret', 'generic', `${service}-made-by-hand`, '-n', namespace, ...files);
    }
    const existingSecrets = Object.fromEntries(services.map((service) => [service, `${service}-made-by-hand`]));
    return { enabled: true, existingSecrets };
  });
}

const renderManifests = (release: object): Promise<string> =>
  inFolder((folder) => {
    const values = path.join(folder, 'values.yaml');
    writeFileSync(values, JSON.stringify(release));
    const key = path.join(folder, 'jwt.pem');
    writeFileSync(key, signingKey);
    const variables = [`VALUES=${values}`, `JWT_KEY=${key}`, `NAMESPACE=${namespace}`, 'RELEASE=plain'];
    return run('make', ['-s', 'manifests', ...variables]);
  });

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-placing-manifests-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
