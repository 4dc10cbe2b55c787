import { render, services, withHelm } from './render';

withHelm('zero replicas are zero', () => {
  const rendered = render(['services.order.replicas=0']);

  expect(rendered.named('Deployment', 'shop-order').spec['replicas']).toBe(0);
  expect(rendered.named('Deployment', 'shop-auth').spec['replicas']).toBe(2);
});

withHelm('an autoscaled service leaves its number of pods to the autoscaler, which looks at its CPU', () => {
  const on = ['enabled=true', 'scaleDownStabilizationSeconds=0'].map((one) => `services.gateway.autoscaling.${one}`);

  const rendered = render(on);

  expect(rendered.named('Deployment', 'shop-gateway').spec).not.toHaveProperty('replicas');
  expect(rendered.ofKind('HorizontalPodAutoscaler')).toHaveLength(1);
  expect(rendered.named('HorizontalPodAutoscaler', 'shop-gateway').spec).toMatchObject({
    scaleTargetRef: { kind: 'Deployment', name: 'shop-gateway' },
    minReplicas: 2,
    maxReplicas: 10,
    behavior: { scaleDown: { stabilizationWindowSeconds: 0 } },
    metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
  });
});

withHelm("the queue's depth scales the processor, and nothing else does then", () => {
  const rendered = render(['keda.enabled=true', 'defaults.autoscaling.enabled=true']);

  expect(rendered.named('ScaledObject', 'shop-processor').spec).toMatchObject({
    scaleTargetRef: { name: 'shop-processor' },
    triggers: [{ type: 'aws-sqs-queue', metadata: { queueLength: '200' } }],
  });
  expect(rendered.named('Deployment', 'shop-processor').spec).not.toHaveProperty('replicas');
  const scaled = rendered.ofKind('HorizontalPodAutoscaler').map(({ metadata }) => metadata.name);
  expect(scaled).toEqual(['shop-auth', 'shop-gateway', 'shop-inventory', 'shop-order']);
});

withHelm('an eviction takes one pod of a service at a time, and pods lie on different nodes and zones', () => {
  const rendered = render();

  for (const service of services) {
    const own = { 'app.kubernetes.io/name': service, 'app.kubernetes.io/instance': 'shop' };
    expect(rendered.named('PodDisruptionBudget', `shop-${service}`).spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: own },
    });
    expect(rendered.podOf(service).topologySpreadConstraints).toEqual(
      ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: own },
      })),
    );
  }
});
