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
import { contextUnder, isTracing, spanContextOf, traceparentOf, withTraceparent } from './request-context';

export { SpanKind, SpanStatusCode } from '@opentelemetry/api';

export interface SpanFacts {
  kind?: SpanKind;
  attributes?: Attributes;
  /** Another parent than the span in hand; without a traceparent it begins a trace. */
  parent?: { traceparent: string | undefined };
  /** Spans of other requests that this work serves too. */
  links?: (string | undefined)[];
}

const tracer = trace.getTracer('order-placing');

/** Does work as a span of its own; without the SDK it is just the work. */
export function withSpan<T>(name: string, facts: SpanFacts, work: (span?: Span) => Promise<T>): Promise<T> {
  if (!isTracing()) return work();
  const { kind, attributes = {}, parent, links = [] } = facts;
  const base = parent ? contextUnder(parent.traceparent) : context.active();
  if (isLeftOut(trace.getSpanContext(base))) return work();
  const linked = links.flatMap((link) => spanContextOf(link) ?? []).map((each) => ({ context: each }));
  const options = { attributes, links: linked, ...(kind !== undefined && { kind }) };
  const span = tracer.startSpan(name, options, base);
  return context.with(trace.setSpan(base, span), () =>
    withTraceparent(traceparentOf(span.spanContext()), () => endAfter(span, work)),
  );
}

// What stands under a span of this process that is not sampled would not be sampled either; the caller's flag is for the sampler to judge.
const isLeftOut = (within: SpanContext | undefined) =>
  within !== undefined && within.isRemote !== true && (within.traceFlags & TraceFlags.SAMPLED) === 0;

/** Says something of the span in hand; every value must be bounded or an id. */
export function describeSpan(attributes: Attributes): void {
  if (isTracing()) trace.getActiveSpan()?.setAttributes(attributes);
}

/** Ties a span to another one that was begun later, in another trace or in its own. */
export function linkSpan(span: Span | undefined, traceparent: string | undefined): void {
  const linked = spanContextOf(traceparent);
  if (span && linked) span.addLink({ context: linked });
}

async function endAfter<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await work(span);
  } catch (error) {
    blame(span, error);
    throw error;
  } finally {
    span.end();
  }
}

const faults = new Set<ErrorKind>(['UNAVAILABLE', 'OVERLOADED']);

/** A refusal that the caller earned is an answer and no fault; only faults colour a trace red. */
function blame(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof DomainError ? error.code : nameOf(error));
  if (error instanceof DomainError && !faults.has(error.kind)) return;
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
