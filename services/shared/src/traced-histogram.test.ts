import { Registry } from 'prom-client';
import { createTracedHistogram, metricsText } from './metrics';
import { turnTracingOn } from './request-context';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const span = '00f067aa0ba902b7';
const openMetrics = 'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3';

/** What scrapers read once one request of 0.2 s has been measured. */
async function measured(traceparent: string) {
  const registry = new Registry();
  const observe = createTracedHistogram({
    name: 'request_seconds',
    help: 'Seconds.',
    labelNames: ['route'],
    buckets: [0.1, 0.5],
    registers: [registry],
  });
  observe({ route: '/' }, 0.2, traceparent);
  const read = async (accept?: string) => (await metricsText(registry, accept)).text;
  return { open: await read(openMetrics), plain: await read() };
}

test('without tracing there is no exemplar; with it the bucket names the trace, to those who ask alone', async () => {
  const off = await measured(`00-${trace}-${span}-01`);
  turnTracingOn();
  const on = await measured(`00-${trace}-${span}-01`);
  const unsampled = await measured(`00-${trace}-${span}-00`);

  expect(off.open).not.toContain(trace);
  expect(on.open).toMatch(
    new RegExp(
      `^request_seconds_bucket{le="0.5",route="/"} 1 # {trace_id="${trace}",span_id="${span}"} 0.2 [0-9.]+$`,
      'm',
    ),
  );
  expect(unsampled.open).not.toContain(trace);
  expect(on.plain).toBe(off.plain);
});
