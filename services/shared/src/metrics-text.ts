import { Registry } from 'prom-client';

const openMetricsType = 'application/openmetrics-text';

/** What is measured, in Prometheus's text; in OpenMetrics, which alone has exemplars, for a scraper that says it reads that. */
export async function metricsText(registry: Registry, accept = ''): Promise<{ contentType: string; text: string }> {
  const asked = accept.includes(openMetricsType) ? openMetricsOf(registry) : registry;
  return { contentType: asked.contentType, text: await asked.metrics() };
}

/** The same metrics by other names: prom-client renames counters as it writes OpenMetrics, and would keep the new names. */
function openMetricsOf(registry: Registry): Registry {
  const open = new Registry();
  open.setContentType(Registry.OPENMETRICS_CONTENT_TYPE as never);
  for (const metric of registry.getMetricsAsArray()) open.registerMetric(Object.create(metric) as never);
  return open;
}
