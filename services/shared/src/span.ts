import {
  context,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Span,
  type SpanContext,
  type SpanKind,
} from '@opentelemetry/api';
import { DomainError, type ErrorKind } from './errors';
import {
  contextUnder,
  isTraceparent,
  isTracing,
  spanContextOf,
  traceparentOf,
  withTraceparent,
} from './request-context';

export { SpanKind, SpanStatusCode } from '@opentelemetry/api';

export interface SpanFacts {
  kind?: SpanKind;
  attributes?: Attributes;
  /** Another parent than the active span; without a traceparent the span starts a trace. */
  parent?: { traceparent: string | undefined };
  /** Spans of other requests for which this work is done. */
  links?: (string | undefined)[];
}

const tracer = trace.getTracer('order-placing');

/** Runs work in a span of its own; without the SDK it only runs the work. */
export function withSpan<T>(name: string, facts: SpanFacts, work: (span?: Span) => Promise<T>): Promise<T> {
  if (!isTracing()) return work();
  const { kind, attributes = {}, parent, links = [] } = facts;
  const base = parent ? contextUnder(parent.traceparent) : context.active();
  if (isUnsampled(trace.getSpanContext(base))) return work();
  const linked = links.flatMap((link) => spanContextOf(link) ?? []).map((each) => ({ context: each }));
  const options = { attributes, links: linked, ...(kind !== undefined && { kind }) };
  const span = tracer.startSpan(name, options, base);
  return context.with(trace.setSpan(base, span), () =>
    withTraceparent(traceparentOf(span.spanContext()), () => endAfter(span, work)),
  );
}

/**
 * A traceparent from outside with a decision of our own: a stranger names the trace, but does not decide whether it is
 * kept. Undefined where it is malformed.
 */
export function decideSampling(traceparent: string | undefined): string | undefined {
  if (traceparent === undefined || !isTraceparent(traceparent)) return undefined;
  return `${traceparent.slice(0, -2)}${isRootSampled() ? '01' : '00'}`;
}

// A span that never ends is never sent; the sampler decides about it as about any trace that starts here.
const isRootSampled = (): boolean =>
  !isTracing() ||
  (tracer.startSpan('sampling decision', { root: true }).spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;

// A child of an unsampled span of this process is not sampled either; about a remote parent the sampler decides.
const isUnsampled = (within: SpanContext | undefined) =>
  within !== undefined && within.isRemote !== true && (within.traceFlags & TraceFlags.SAMPLED) === 0;

/** Adds attributes to the active span; every value must be from a bounded set or an id. */
export function describeSpan(attributes: Attributes): void {
  if (isTracing()) trace.getActiveSpan()?.setAttributes(attributes);
}

/** Links a span to one that started later, in the same trace or another. */
export function linkSpan(span: Span | undefined, traceparent: string | undefined): void {
  const linked = spanContextOf(traceparent);
  if (span && linked) span.addLink({ context: linked });
}

async function endAfter<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await work(span);
  } catch (error) {
    recordSpanError(span, error);
    throw error;
  } finally {
    span.end();
  }
}

const faults = new Set<ErrorKind>(['UNAVAILABLE', 'OVERLOADED']);

/** An error that the caller caused is a normal answer; only faults of the system mark the span as failed. */
function recordSpanError(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof DomainError ? error.code : nameOf(error));
  if (error instanceof DomainError && !faults.has(error.kind)) return;
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
