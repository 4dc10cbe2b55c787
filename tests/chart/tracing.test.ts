import { render, services, template, withHelm } from './render';

const configOf = (rendered: ReturnType<typeof render>) => rendered.named('ConfigMap', 'shop-config').data!;

withHelm('without a collector no variable of tracing is set, and the page links to no traces', () => {
  const config = configOf(render());

  expect(Object.keys(config).filter((key) => key.startsWith('OTEL_'))).toEqual([]);
  expect(config['TRACE_VIEWER_URL']).toBe('');
});

withHelm('a collector hears of every service, and of the release that spans come from', () => {
  const config = configOf(
    render(
      [
        'tracing.endpoint=http://collector.observability:4318',
        'tracing.sampler=parentbased_traceidratio',
        'tracing.samplerArg=0',
        'tracing.resourceAttributes.deployment\\.environment=staging',
        'tracing.resourceAttributes.service\\.namespace=market-orders',
        'tracing.viewerUrl=https://traces.example/{traceId}',
      ].map((value) => value.replace('{traceId}', '\\{traceId\\}')),
    ),
  );

  expect(config).toMatchObject({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.observability:4318',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0',
    TRACE_VIEWER_URL: 'https://traces.example/{traceId}',
  });
  expect(config['OTEL_RESOURCE_ATTRIBUTES']!.split(',')).toEqual([
    'deployment.environment=staging',
    'k8s.namespace.name=market',
    'service.namespace=market-orders',
    expect.stringMatching(/^service\.version=\d+\.\d+\.\d+$/),
  ]);
});

withHelm.each([
  ['tracing.endpoint=collector:4318', 'endpoint'],
  ['tracing.sampler=often', 'sampler'],
  ['tracing.viewerUrl=https://traces.example', 'viewerUrl'],
])('%s is refused for what it says', (value, name) => {
  const { status, stderr } = template('--set', value);

  expect(status).not.toBe(0);
  expect(stderr).toContain(`tracing/${name}`);
});

withHelm('policies let every pod reach the collector, at its own port', () => {
  const policies = render(['tracing.endpoint=http://collector.observability:4318']).ofKind('NetworkPolicy');

  expect(policies).toHaveLength(services.length);
  for (const { spec } of policies) expect(spec['egress']).toContainEqual({ ports: [{ port: 4318 }] });
});
