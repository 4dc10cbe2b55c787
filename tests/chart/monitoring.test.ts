import { render, withHelm } from './render';

const monitor = 'monitoring.coreos.com/v1/ServiceMonitor';
const rule = 'monitoring.coreos.com/v1/PrometheusRule';

withHelm('where the operator is not, nothing is asked of it', () => {
  const rendered = render();

  expect([...rendered.ofKind('ServiceMonitor'), ...rendered.ofKind('PrometheusRule')]).toEqual([]);
});

withHelm('where it is, it is told what to scrape, and the alerts with the runbooks where its people read them', () => {
  const settings = ['prometheusRule.labels.release=kube', 'prometheusRule.runbookBaseUrl=https://runbooks.example/'];
  const rendered = render(settings, [monitor, rule]);

  expect(rendered.named('ServiceMonitor', 'shop').spec).toMatchObject({
    selector: { matchLabels: { 'app.kubernetes.io/instance': 'shop' } },
    endpoints: [{ port: 'metrics' }],
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

withHelm('either can be left out', () => {
  const rendered = render(['serviceMonitor.enabled=false', 'prometheusRule.enabled=false'], [monitor, rule]);

  expect([...rendered.ofKind('ServiceMonitor'), ...rendered.ofKind('PrometheusRule')]).toEqual([]);
});
