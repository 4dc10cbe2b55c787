import { render, withHelm } from './render';

interface Rule {
  ports: { port: string }[];
  from?: { podSelector: { matchLabels: Record<string, string> } }[];
}

const rulesOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.named('NetworkPolicy', `shop-${service}`).spec['ingress'] as Rule[];
const callersOf = (rules: Rule[]) =>
  rules
    .find(({ ports }) => ports.some(({ port }) => port === 'grpc'))
    ?.from?.map(({ podSelector }) => podSelector.matchLabels['app.kubernetes.io/name']);

withHelm.each([
  ['auth', ['gateway', 'processor']],
  ['inventory', ['gateway', 'order', 'processor']],
  ['order', ['gateway', 'processor']],
  ['processor', ['gateway']],
  ['gateway', undefined],
])('%s is reached by gRPC from %j alone', (service, callers) => {
  expect(callersOf(rulesOf(render(), service))).toEqual(callers);
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

withHelm('the gateway is reached through an Ingress or a Gateway where that is wanted', () => {
  const bare = render();
  const rendered = render([
    'ingress.enabled=true',
    'ingress.hosts[0]=shop.example',
    'httpRoute.enabled=true',
    'httpRoute.parentRefs[0].name=public',
  ]);

  expect([...bare.ofKind('Ingress'), ...bare.ofKind('HTTPRoute')]).toEqual([]);
  expect(JSON.stringify(rendered.named('Ingress', 'shop-gateway').spec)).toContain('"host":"shop.example"');
  expect(JSON.stringify(rendered.named('HTTPRoute', 'shop-gateway').spec)).toContain('"name":"shop-gateway"');
});
