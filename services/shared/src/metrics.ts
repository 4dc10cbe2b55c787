import {
  collectDefaultMetrics,
  Histogram,
  register,
  Registry,
  type HistogramConfiguration,
  type LabelValues,
} from 'prom-client';
import { isTracing, spanContextOf } from './request-context';

/** Everything that this process measures. */
export const registry = register;

/** Buckets for durations in seconds, from 1 ms to 10 s. */
export const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Observes the seconds that a gRPC method took, by its full name and status code. */
export const observeRpc = createTracedHistogram({
  name: 'rpc_server_duration_seconds',
  help: 'Seconds from a gRPC call to its answer.',
  labelNames: ['rpc_method', 'rpc_grpc_status_code'],
  buckets: durationBuckets,
});

/** Observes the seconds from the receipt of a message until the queue knows what became of it: done, retry or reject. */
export const observeMessageProcessing = createTracedHistogram({
  name: 'sqs_message_processing_duration_seconds',
  help: 'Seconds from the receipt of a message until the queue knows what became of it.',
  labelNames: ['outcome'],
  buckets: durationBuckets,
});

/** Requests that shared one commit, by what was committed. */
export const groupCommitRequests = new Histogram({
  name: 'group_commit_batch_requests',
  help: 'Requests that shared one commit.',
  labelNames: ['batch'],
  buckets: [1, 2, 4, 8, 16, 32, 64, 128],
});

/** Observes the seconds that a message lay in the queue before it was received for the first time. */
export const observeMessageWait = createTracedHistogram({
  name: 'sqs_message_wait_seconds',
  help: 'Seconds from the sending of a message until it was first received.',
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600],
});

/** Starts what Node tells of itself. */
export const collectProcessMetrics = (): void => {
  collectDefaultMetrics({ eventLoopMonitoringPrecision: eventLoopSampleMs });
};

// By default it wakes the process a hundred times a second, which is half of what an idle service costs.
const eventLoopSampleMs = 100;

const sampled = 1;

/**
 * A histogram whose buckets name the trace that last fell into them, as OpenMetrics exemplars. Where nothing is traced it
 * is a plain one. Answers the function that observes.
 */
export function createTracedHistogram<Label extends string>(configuration: HistogramConfiguration<Label>) {
  if (!isTracing()) {
    const plain = new Histogram(configuration);
    return (labels: LabelValues<Label>, value: number): void => plain.observe(labels, value);
  }
  const { registers = [register] } = configuration;
  // prom-client takes exemplars only for a registry that writes nothing but OpenMetrics; ours writes either.
  const histogram = new Histogram({ ...configuration, enableExemplars: true, registers: [] });
  for (const registry of registers) registry.registerMetric(histogram);
  return (labels: LabelValues<Label>, value: number, traceparent?: string): void => {
    const span = spanContextOf(traceparent);
    const exemplarLabels = { trace_id: span?.traceId, span_id: span?.spanId } as LabelValues<string>;
    histogram.observe({
      labels,
      value,
      // A trace that is not recorded could not be found.
      ...(span && span.traceFlags & sampled && { exemplarLabels }),
    });
  };
}

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
