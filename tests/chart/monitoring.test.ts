import { render, withHelm } from './render';

const on = ['serviceMonitor.enabled=true', 'prometheusRule.enabled=true'];

withHelm('nothing is asked of the Prometheus operator unless it is said to be there', () => {
  const rendered = render();

  expect([...rendered.ofKind('ServiceMonitor'), ...rendered.ofKind('PrometheusRule')]).toEqual([]);
});

withHelm('it is told what to scrape, and the alerts with the runbooks where its people read them', () => {
  const settings = ['prometheusRule.labels.release=kube', 'prometheusRule.runbookBaseUrl=https://runbooks.example/'];
  const rendered = render([...on, ...settings]);

  expect(rendered.named('ServiceMonitor', 'shop').spec).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/part-of': 'order-placing' } },
    endpoints: [{ port: 'metrics', path: '/metrics', interval: '15s' }],
  });
  const { metadata, spec } = rendered.named('PrometheusRule', 'shop');
  expect(metadata).toMatchObject({ labels: { release: 'kube' } });
  const groups = spec['groups'] as { rules: { alert?: string; annotations?: object }[] }[];
  const alerts = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert !== undefined);
  expect(alerts.length).toBeGreaterThan(0);
  for (const { annotations } of alerts) {
    const runbook_url = expect.stringMatching(/^https:\/\/runbooks[.]example\/[a-z-]+[.]md$/) as string;
    expect(annotations).toMatchObject({ summary: expect.any(String), runbook_url });
  }
});

withHelm('labels can be changed before and after a scrape, which may take so long', () => {
  const relabelings = [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' }];
  const metricRelabelings = [{ action: 'drop', sourceLabels: ['__name__'], regex: 'nodejs_.*' }];
  const serviceMonitor = { labels: { release: 'kube' }, scrapeTimeout: '5s', relabelings, metricRelabelings };

  const { metadata, spec } = render(on, { serviceMonitor }).named('ServiceMonitor', 'shop');

  expect(metadata.labels).toMatchObject({ release: 'kube' });
  expect(spec['endpoints']).toMatchObject([{ scrapeTimeout: '5s', relabelings, metricRelabelings }]);
});
