import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { render, services, withHelm, type Values } from './render';

const volume = { name: 'ca', configMap: { name: 'company-ca' } };
const mount = { name: 'ca', mountPath: '/ca', readOnly: true };

const preferred = {
  nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }] },
};
const spread = { maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' };

let bare: ReturnType<typeof render> | undefined;

/** What each setting, here of all services and there of one, becomes in a pod. */
const settings: [string, unknown, object][] = [
  ['nodeSelector', { pool: 'shop' }, { nodeSelector: { pool: 'shop' } }],
  ['tolerations', [{ key: 'spot', operator: 'Exists' }], { tolerations: [{ key: 'spot', operator: 'Exists' }] }],
  ['affinity', preferred, { affinity: preferred }],
  ['priorityClassName', 'high', { priorityClassName: 'high' }],
  ['topologySpreadConstraints', [spread], { topologySpreadConstraints: [spread] }],
  ['terminationGracePeriodSeconds', 60, { terminationGracePeriodSeconds: 60 }],
  ['podSecurityContext', { fsGroup: 7 }, { securityContext: { fsGroup: 7, runAsNonRoot: true } }],
  ['securityContext', { privileged: false }, { containers: [{ securityContext: { privileged: false } }] }],
  ['envFrom', [{ secretRef: { name: 'more' } }], { containers: [{ envFrom: [{ secretRef: { name: 'more' } }] }] }],
  ['extraVolumes', [volume], { volumes: [volume] }],
  ['extraVolumeMounts', [mount], { containers: [{ volumeMounts: [mount] }] }],
  ['lifecycle', { preStop: { sleep: { seconds: 1 } } }, { containers: [{ lifecycle: { preStop: { sleep: {} } } }] }],
  ['podSpec', { hostAliases: [{ ip: '10.0.0.1' }] }, { hostAliases: [{ ip: '10.0.0.1' }] }],
  ['podSpec', { terminationGracePeriodSeconds: 90 }, { terminationGracePeriodSeconds: 90 }],
];

withHelm.each(settings)(
  '%s %j of the defaults is in every pod, and of a service in its own',
  (name, value, expected) => {
    const podsWith = (whole?: Values) => {
      const rendered = whole ? render([], whole) : (bare ??= render());
      return services.filter((service) => contains(rendered.podOf(service), expected));
    };

    expect(podsWith()).toEqual([]);
    expect(podsWith({ defaults: { [name]: value } })).toEqual(services);
    expect(podsWith({ services: { order: { [name]: value } } })).toEqual(['order']);
  },
);

withHelm('labels and annotations reach Deployments and pods, and never a selector', () => {
  const rendered = render([], {
    defaults: {
      labels: { tier: 'back' },
      annotations: { a: '1' },
      podLabels: { mesh: 'on' },
      podAnnotations: { b: '2' },
    },
    services: { order: { podLabels: { 'app.kubernetes.io/name': 'mine', team: 'x' } } },
  });

  for (const service of services) {
    const { metadata, spec } = rendered.named('Deployment', `shop-${service}`);
    const pod = rendered.templateOf(service).metadata;
    expect([metadata.labels!['tier'], metadata.annotations]).toEqual(['back', { a: '1' }]);
    expect([pod.labels!['mesh'], pod.annotations!['b'], pod.labels!['tier']]).toEqual(['on', '2', undefined]);
    expect(pod.labels).toMatchObject((spec['selector'] as { matchLabels: object }).matchLabels);
  }
  expect(rendered.templateOf('order').metadata.labels).toMatchObject({ team: 'x', mesh: 'on' });
});

withHelm('a variable may take its value from anywhere, and takes the place of the one of its name', () => {
  const fromSecret = { name: 'REDIS_URL', valueFrom: { secretKeyRef: { name: 'redis', key: 'url' } } };
  const fromPod = { name: 'PORT', valueFrom: { fieldRef: { fieldPath: 'metadata.labels[port]' } } };

  const rendered = render(['defaults.env.AUDIT_INTERVAL_SECONDS=0'], {
    defaults: { extraEnv: [fromSecret] },
    services: { gateway: { extraEnv: [fromPod] } },
  });

  const variables = (service: string) => rendered.podOf(service).containers[0].env;
  expect(variables('order')).toContainEqual(fromSecret);
  expect(variables('order')).toContainEqual({ name: 'AUDIT_INTERVAL_SECONDS', value: '0' });
  expect(variables('gateway').filter(({ name }) => name === 'PORT')).toEqual([fromPod]);
  expect(rendered.podOf('order').initContainers![0].env).toContainEqual(fromSecret);
});

withHelm("the migration of a service sees what its container sees: an authority's certificate for its database", () => {
  const { initContainers } = render([], { defaults: { extraVolumes: [volume], extraVolumeMounts: [mount] } }).podOf(
    'order',
  );

  expect(initContainers![0].volumeMounts).toEqual([mount]);
});

withHelm('null takes a field out, as OpenShift needs it, and nothing but that', () => {
  const openShift = readFileSync('deploy/environments/openshift.yaml', 'utf8');
  const { defaults } = parse(openShift) as { defaults: { podSecurityContext: object } };
  const restricted = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

  const everywhere = render([], { defaults });
  const inOne = render([], { services: { order: defaults } });

  expect(services.map((service) => everywhere.podOf(service).securityContext)).toEqual(services.map(() => restricted));
  expect(everywhere.ofKind('Pod')[0]!.spec['securityContext']).toEqual(restricted);
  expect(inOne.podOf('order').securityContext).toEqual(restricted);
  expect(inOne.podOf('auth').securityContext).toHaveProperty('runAsUser', 1000);
});

withHelm('zero, false and empty of a service stand against the defaults', () => {
  const rendered = render([], {
    defaults: { autoscaling: { enabled: true }, tolerations: [{ operator: 'Exists' }] },
    services: {
      order: { autoscaling: { enabled: false }, tolerations: [], topologySpreadConstraints: [], minReadySeconds: 0 },
    },
  });

  const { spec } = rendered.named('Deployment', 'shop-order');
  expect([spec['replicas'], spec['minReadySeconds']]).toEqual([2, 0]);
  expect(rendered.podOf('order')).not.toHaveProperty('tolerations');
  expect(rendered.podOf('order')).not.toHaveProperty('topologySpreadConstraints');
});

withHelm('podSpec is laid over the pod last: containers and volumes by their names', () => {
  const sidecar = { name: 'proxy', image: 'proxy:1' };
  const readinessProbe = { periodSeconds: 5 };

  const pod = render([], {
    services: { order: { podSpec: { containers: [{ name: 'order', readinessProbe }, sidecar] } } },
  }).podOf('order');

  expect(pod.containers).toHaveLength(2);
  expect(pod.containers[0].readinessProbe).toMatchObject({ periodSeconds: 5, httpGet: { path: '/readyz' } });
  expect(pod.containers[1 as 0]).toEqual(sidecar);
  expect(pod.initContainers).toHaveLength(1);
});

withHelm('a ServiceAccount has the name and annotations that were asked for, or is left to others', () => {
  const annotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/order' };
  const rendered = render([], {
    services: {
      order: { serviceAccount: { name: 'orders-writer', annotations } },
      auth: { serviceAccount: { create: false } },
      inventory: { serviceAccount: { create: false, name: 'theirs' } },
    },
  });

  expect(rendered.named('ServiceAccount', 'orders-writer').metadata.annotations).toEqual(annotations);
  expect(rendered.ofKind('ServiceAccount').map(({ metadata }) => metadata.name)).toEqual([
    'shop-gateway',
    'orders-writer',
    'shop-processor',
  ]);
  expect(services.map((service) => rendered.podOf(service).serviceAccountName)).toEqual([
    'default',
    'shop-gateway',
    'theirs',
    'orders-writer',
    'shop-processor',
  ]);
});

/** Whether a value has at least what the expected one has; of a list, its items somewhere. */
function contains(value: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(value) && expected.every((item) => value.some((other) => contains(other, item)));
  }
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(expected).every(([key, part]) => contains((value as Record<string, unknown>)[key], part));
}
