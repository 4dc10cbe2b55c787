import { context, ROOT_CONTEXT, trace, type Context, type SpanContext } from '@opentelemetry/api';

const state = { isOn: false };

/** Called once, by what starts the SDK; until then no span is made and none is asked for. */
export const turnTracingOn = (): void => {
  state.isOn = true;
};

export const isTracing = (): boolean => state.isOn;

const traceparentForm = /^00-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})$/;

export const isTraceparent = (text: string): boolean => traceparentForm.test(text);

/** W3C trace context of a span: `00-<32 hex>-<16 hex>-<2 hex>`. */
export const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;

/** The span that a traceparent names; undefined where it names none. */
export function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = traceparentForm.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

/** A context whose spans are children of the named one, or begin a trace. */
export function contextUnder(traceparent: string | undefined): Context {
  const parent = spanContextOf(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

/** Runs work whose spans are children of the named one. */
export const underSpan = <T>(traceparent: string | undefined, work: () => T): T =>
  state.isOn ? context.with(contextUnder(traceparent), work) : work();

/** The span in hand, where spans are made at all. */
export function activeTraceparent(): string | undefined {
  if (!state.isOn) return undefined;
  const active = trace.getSpanContext(context.active());
  return active && traceparentOf(active);
}
