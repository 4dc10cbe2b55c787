import { render, services, withHelm, type Container } from './render';

const containersOf = (service: string): Container[] => {
  const { containers, initContainers = [] } = render().podOf(service);
  return [...containers, ...initContainers];
};

withHelm.each(services)('the pods of %s pass the restricted level', (service) => {
  expect(render().podOf(service).securityContext).toMatchObject({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  for (const { securityContext, resources } of containersOf(service)) {
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(resources.requests).toHaveProperty('cpu');
  }
});

withHelm.each(services)('%s is probed at the start, while it lives and for its readiness', (service) => {
  const [container] = render().podOf(service).containers;

  expect(container.startupProbe?.httpGet.path).toBe('/healthz');
  expect(container.livenessProbe?.httpGet.path).toBe('/healthz');
  expect(container.readinessProbe?.httpGet.path).toBe('/readyz');
});

withHelm('a pod goes on serving until its endpoints are gone, and is not killed before its work is done', () => {
  const rendered = render();
  const drainMs = Number(rendered.named('ConfigMap', 'shop-config').data?.['DRAIN_DELAY_MS']);
  const workInHandMs = 10_000;

  expect(drainMs).toBeGreaterThanOrEqual(2_000);
  for (const service of services) {
    const graceMs = rendered.podOf(service).terminationGracePeriodSeconds * 1_000;
    expect(graceMs).toBeGreaterThan(drainMs + workInHandMs);
  }
});

withHelm('an old pod closes no earlier than a name server that remembers for 5 s has heard of the new one', () => {
  const rendered = render();
  const drainSeconds = Number(rendered.named('ConfigMap', 'shop-config').data?.['DRAIN_DELAY_MS']) / 1_000;

  for (const service of services) {
    const ready = rendered.named('Deployment', `shop-${service}`).spec['minReadySeconds'] as number;
    expect(ready + drainSeconds).toBeGreaterThan(5 + 2);
  }
});

withHelm('the release test registers, grants and places an order in pods of its own', () => {
  const [test] = render().ofKind('Pod');

  expect(test?.metadata.annotations?.['helm.sh/hook']).toBe('test');
  expect(test?.spec).toMatchObject({ initContainers: [{ name: 'register' }, { name: 'grant' }] });
});
