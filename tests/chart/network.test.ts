import { refusalOf, render, services, withHelm } from './render';

interface Rule {
  ports: { port: string }[];
  from?: { podSelector?: { matchLabels: Record<string, string> } }[];
}

const rulesOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.named('NetworkPolicy', `shop-${service}`).spec['ingress'] as Rule[];
const ruleOf = (rendered: ReturnType<typeof render>, service: string, name: string) =>
  rulesOf(rendered, service).find(({ ports }) => ports.some(({ port }) => port === name));

withHelm.each([
  ['auth', ['gateway', 'processor']],
  ['inventory', ['gateway', 'order', 'processor']],
  ['order', ['gateway', 'processor']],
  ['processor', ['gateway']],
  ['gateway', undefined],
])('%s is reached by gRPC from %j alone', (service, callers) => {
  const from = ruleOf(render(), service, 'grpc')?.from;
  expect(from?.map(({ podSelector }) => podSelector?.matchLabels['app.kubernetes.io/name'])).toEqual(callers);
});

withHelm('a caller is told the addresses of those it calls, and of no other', () => {
  const rendered = render();
  const told = (service: string) =>
    rendered
      .podOf(service)
      .containers[0].env.filter(({ name }) => name.endsWith('_GRPC_ADDRESSES'))
      .map(({ value }) => value);
  const at = (service: string, port: number) => `dns:///shop-${service}.market.svc:${String(port)}`;
  const [auth, inventory, order, processor] = [
    at('auth', 50051),
    at('inventory', 50052),
    at('order', 50053),
    at('processor', 50054),
  ];

  expect(told('gateway')).toEqual([auth, inventory, order, processor]);
  expect(told('processor')).toEqual([auth, inventory, order]);
  expect(told('order')).toEqual([inventory]);
  expect([...told('auth'), ...told('inventory')]).toEqual([]);
});

withHelm('gRPC servers have headless Services, so that callers see every pod; the gateway has an address', () => {
  const rendered = render();
  const addressOf = (service: string) => rendered.named('Service', `shop-${service}`).spec['clusterIP'];

  expect(['auth', 'inventory', 'order', 'processor'].map(addressOf)).toEqual(['None', 'None', 'None', 'None']);
  expect(addressOf('gateway')).toBeUndefined();
});

const viaIngress = ['ingress.enabled=true', 'ingress.hosts[0]=shop.example'];
const viaRoute = ['httpRoute.enabled=true', 'httpRoute.parentRefs[0].name=public'];

withHelm('the gateway is reached through an Ingress or a Gateway where that is wanted', () => {
  const bare = render();
  const rendered = render([...viaIngress, ...viaRoute, 'config.trustProxy=1']);

  expect([...bare.ofKind('Ingress'), ...bare.ofKind('HTTPRoute')]).toEqual([]);
  expect(JSON.stringify(rendered.named('Ingress', 'shop-gateway').spec)).toContain('"host":"shop.example"');
  expect(JSON.stringify(rendered.named('HTTPRoute', 'shop-gateway').spec)).toContain('"name":"shop-gateway"');
});

withHelm.each([
  ['an Ingress', viaIngress],
  ['a route', viaRoute],
])('with %s the chart must be told which proxies count, be it none', (_, values) => {
  expect(refusalOf(values)).toContain('config.trustProxy');
  for (const [said, read] of [
    ['false', 'false'],
    ['0', '0'],
    ['10.0.0.0/8', '10.0.0.0/8'],
  ] as const) {
    const { data } = render([...values, `config.trustProxy=${said}`]).named('ConfigMap', 'shop-config');
    expect(data!['TRUST_PROXY']).toBe(read);
  }
});

withHelm('metrics are open to the monitoring namespace only, or to whom the values name', () => {
  const byDefault = render();
  const theirs = { namespaceSelector: { matchLabels: { team: 'observability' } } };
  const named = render([], { networkPolicy: { metricsFrom: [theirs] } });
  const closed = render([], { networkPolicy: { metricsFrom: [] } });

  for (const service of services) {
    const monitoring = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } };
    expect(ruleOf(byDefault, service, 'metrics')).toEqual({ ports: [{ port: 'metrics' }], from: [monitoring] });
    expect(ruleOf(named, service, 'metrics')?.from).toEqual([theirs]);
    expect(ruleOf(closed, service, 'metrics')).toBeUndefined();
  }
});

withHelm('the gateway takes calls from everybody, or from whom the values name', () => {
  const ingress = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } } };

  const named = render([], { networkPolicy: { gatewayFrom: [ingress] } });

  expect(ruleOf(render(), 'gateway', 'http')).toEqual({ ports: [{ port: 'http' }] });
  expect(ruleOf(named, 'gateway', 'http')?.from).toEqual([ingress]);
});

const dns = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};
const podIdentity = {
  ports: [{ port: 80 }],
  to: [{ ipBlock: { cidr: '169.254.170.23/32' } }, { ipBlock: { cidr: 'fd00:ec2::23/128' } }],
};
const to = (...ports: number[]) => ({ ports: ports.map((port) => ({ port })) });
const publicReceivers = {
  ports: [{ port: 443 }],
  to: [
    {
      ipBlock: {
        cidr: '0.0.0.0/0',
        except: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
      },
    },
    { ipBlock: { cidr: '::/0', except: ['::1/128', 'fc00::/7', 'fe80::/10'] } },
  ],
};
const toService = (name: string, port: number) => ({
  ports: [{ port }],
  to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': 'shop' } } }],
});
const [auth, inventory, order, processor] = [
  toService('auth', 50051),
  toService('inventory', 50052),
  toService('order', 50053),
  toService('processor', 50054),
];

withHelm('a pod may call what its service needs, and nothing else', () => {
  const rendered = render();
  const egress = Object.fromEntries(
    services.map((service) => [service, rendered.named('NetworkPolicy', `shop-${service}`).spec['egress']]),
  );

  expect(egress).toEqual({
    auth: [dns, to(27017)],
    gateway: [dns, auth, inventory, order, processor, to(6379)],
    inventory: [dns, to(27017)],
    order: [dns, inventory, to(27017), to(6379), to(443), podIdentity],
    processor: [dns, auth, inventory, order, to(27017), to(443), podIdentity, publicReceivers],
  });
});

withHelm('policies follow the addresses of the configuration, and say where things are', () => {
  const peer = { ipBlock: { cidr: '10.1.0.0/16' } };
  const extra = { ports: [{ port: 8443 }] };
  const rendered = render(['config.redisPort=6380', 'config.awsEndpointUrl=http://localstack:4566'], {
    networkPolicy: {
      egress: {
        mongo: { ports: [27015, 27016], to: [peer] },
        redis: { to: [peer] },
        aws: { to: [peer] },
        extra: [extra],
      },
    },
  });

  expect(rendered.named('NetworkPolicy', 'shop-order').spec['egress']).toEqual([
    dns,
    inventory,
    { ...to(27015, 27016), to: [peer] },
    { ...to(6380), to: [peer] },
    { ...to(4566), to: [peer] },
    extra,
  ]);
});

withHelm('the processor alone reaches receivers of webhooks, where the values say that they are', () => {
  const peer = { ipBlock: { cidr: '10.2.0.0/16' } };
  const narrow = { aws: { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }] } };
  const egressOf = (service: string, egress: object) =>
    render([], { networkPolicy: { egress } }).named('NetworkPolicy', `shop-${service}`).spec['egress'];

  expect(egressOf('processor', narrow)).toContainEqual(publicReceivers);
  expect(egressOf('order', narrow)).not.toContainEqual(publicReceivers);
  const theirs = { webhooks: { ports: [443, 8443], to: [peer] } };
  expect(egressOf('processor', theirs)).toContainEqual({ ...to(443, 8443), to: [peer] });
});

withHelm('egress can be left to others', () => {
  const [policy] = render(['networkPolicy.egress.enabled=false']).ofKind('NetworkPolicy');

  expect(policy!.spec['policyTypes']).toEqual(['Ingress']);
  expect(policy!.spec).not.toHaveProperty('egress');
});
