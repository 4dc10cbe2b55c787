import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chart, refusalOf, render, services, signingKey, template, withHelm } from './render';

const everything = ['keda.enabled=true', 'serviceMonitor.enabled=true', 'prometheusRule.enabled=true'].concat(
  ['ingress.enabled=true', 'ingress.hosts[0]=shop.example', 'config.trustProxy=1'],
  [
    'mutualTls.enabled=true',
    'mutualTls.certManager.enabled=true',
    'secrets.aws.accessKeyId=id',
    'secrets.aws.secretAccessKey=key',
  ],
);

withHelm.each([
  ['the release', [], 'shop'],
  ['nameOverride', ['nameOverride=eu'], 'shop-eu'],
  ['fullnameOverride', ['fullnameOverride=market-eu', 'nameOverride=x'], 'market-eu'],
])('every name begins with that of %s, and nothing points elsewhere', (_, values, prefix) => {
  const rendered = render([...everything, ...values]);

  const names = rendered.objects.map(({ metadata }) => metadata.name);
  expect(names.filter((name) => name !== prefix && !name.startsWith(`${prefix}-`))).toEqual([]);
  const { containers, serviceAccountName } = named(rendered, `${prefix}-auth`).template.spec;
  expect(serviceAccountName).toBe(`${prefix}-auth`);
  const referred = containers[0].envFrom.map(({ configMapRef, secretRef }) => (configMapRef ?? secretRef)?.name);
  expect(names).toEqual(expect.arrayContaining(referred));
  const { env } = named(rendered, `${prefix}-order`).template.spec.containers[0];
  expect(env).toContainEqual({
    name: 'INVENTORY_GRPC_ADDRESSES',
    value: `dns:///${prefix}-inventory.market.svc:50052`,
  });
});

withHelm('two charts in one release select no pod of each other', () => {
  const selectorsOf = (values: string[]) =>
    ['Deployment', 'PodDisruptionBudget', 'NetworkPolicy', 'ServiceMonitor'].flatMap((kind) =>
      render([...everything, ...values])
        .ofKind(kind)
        .map(({ spec }) => JSON.stringify(spec['selector'] ?? spec['podSelector'])),
    );
  const ours = selectorsOf([]);

  expect(selectorsOf(['nameOverride=eu']).filter((selector) => ours.includes(selector))).toEqual([]);
});

withHelm('common labels are on every object and pod, and in no selector', () => {
  const labels = { commonLabels: { 'cost-center': '42', 'app.kubernetes.io/instance': 'mine' } };
  const rendered = render(everything, labels);

  for (const { kind, metadata } of rendered.objects) {
    expect([kind, metadata.labels!['cost-center']]).toEqual([kind, '42']);
    expect([kind, metadata.labels!['app.kubernetes.io/instance']]).toEqual([kind, 'shop']);
  }
  for (const service of services) {
    expect(rendered.templateOf(service).metadata.labels!['cost-center']).toBe('42');
    expect(JSON.stringify(rendered.named('Deployment', `shop-${service}`).spec['selector'])).not.toContain('cost');
  }
});

withHelm('further objects are rendered, be they maps or text', () => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '{{ .Release.Name }}-more' } };
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include "orders.prefix" . }}-text\n';

  const rendered = render(['nameOverride=eu'], { extraObjects: [map, text] });

  expect(rendered.named('ConfigMap', 'shop-more')).toEqual({ ...map, metadata: { name: 'shop-more' } });
  expect(rendered.named('ConfigMap', 'shop-eu-text').kind).toBe('ConfigMap');
});

withHelm('a chart that is not enabled makes nothing, and asks for nothing', () => {
  const { status, stdout } = template('--set', 'enabled=false,secrets.jwt.privateKey=,secrets.mongo.uri=');

  expect([status, stdout.match(/^kind:/gm)]).toEqual([0, null]);
});

withHelm.each([
  ['fullnameOverride=my.shop', 'my.shop'],
  ['fullnameOverride=1shop', '1shop'],
  [`nameOverride=${'x'.repeat(50)}`, 'shop-xxx'],
])('%s, which no Service can be called, is refused by its name', (value, name) => {
  const refusal = refusalOf([value]);

  expect(refusal).toContain(`"${name}`);
  expect(refusal).toContain('fullnameOverride');
});

withHelm('a release with dots in its name is told what to do', () => {
  const given = ['--set', 'secrets.jwt.existingSecret=keys'];
  const { status, stderr } = spawnSync('helm', ['template', 'shop.eu', chart, ...given], { encoding: 'utf8' });

  expect(status).not.toBe(0);
  expect(stderr).toContain('"shop.eu"');
  expect(stderr).toContain('no dots');
});

withHelm('it is a subchart on a condition, twice if wanted, and takes what its parent gives to all', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-placing-parent-'));
  try {
    const dependencies = ['eu', 'us'].map((alias) => ({
      name: 'order-placing',
      version: '>=0.0.0',
      alias,
      condition: `${alias}.enabled`,
    }));
    mkdirSync(path.join(folder, 'charts'));
    symlinkSync(path.resolve(chart), path.join(folder, 'charts/order-placing'));
    writeFileSync(
      path.join(folder, 'Chart.yaml'),
      JSON.stringify({ apiVersion: 'v2', name: 'parent', version: '1.0.0', dependencies }),
    );
    const jwt = { privateKey: signingKey };
    const values = {
      global: { imageRegistry: 'mirror.example' },
      eu: { nameOverride: 'eu', secrets: { jwt } },
      us: { enabled: false, nameOverride: 'us', secrets: { jwt } },
    };
    const { status, stdout } = spawnSync('helm', ['template', 'shop', folder, '-f', '-'], {
      encoding: 'utf8',
      input: JSON.stringify(values),
    });

    expect(status).toBe(0);
    expect(stdout.match(/^kind: Deployment$/gm)).toHaveLength(services.length);
    expect(stdout).toContain('image: mirror.example/order-placing-order:');
    expect(stdout).not.toContain('shop-us');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const named = (rendered: ReturnType<typeof render>, name: string) =>
  rendered.named('Deployment', name).spec as { template: { spec: ReturnType<typeof rendered.podOf> } };
