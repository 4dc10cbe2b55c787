import { Histogram, register, type HistogramConfiguration, type LabelValues } from 'prom-client';
import { isTracing, spanContextOf } from './trace-context';

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
      // A trace that is not recorded would be looked for in vain.
      ...(span && span.traceFlags & sampled && { exemplarLabels }),
    });
  };
}
