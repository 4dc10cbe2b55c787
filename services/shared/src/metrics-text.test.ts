import { Counter, Gauge, Registry } from 'prom-client';
import { metricsText } from './metrics';

test('a scraper that asks gets OpenMetrics, and all others the text that they got before', async () => {
  const registry = new Registry();
  new Counter({ name: 'orders_total', help: 'Orders.', registers: [registry] }).inc(3);
  new Gauge({
    name: 'waiting',
    help: 'Waiting.',
    registers: [registry],
    collect() {
      this.set(2);
    },
  });

  const before = await metricsText(registry);
  const open = await metricsText(registry, 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5');
  const after = await metricsText(registry, 'text/plain');

  expect(open.contentType).toMatch(/^application\/openmetrics-text; version=1.0.0/);
  expect(open.text).toBe(
    '# HELP orders Orders.\n# TYPE orders counter\norders_total 3\n' +
      '# HELP waiting Waiting.\n# TYPE waiting gauge\nwaiting 2\n# EOF\n',
  );
  expect(before.contentType).toMatch(/^text\/plain/);
  expect(before.text).toContain('# TYPE orders_total counter\norders_total 3\n');
  expect(after).toEqual(before);
});
