import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { context, ROOT_CONTEXT, trace, type Context, type SpanContext } from '@opentelemetry/api';

/** What accompanies a request through every process. */
export interface RequestContext {
  requestId: string;
  /** W3C trace context: `00-<32 hex>-<16 hex>-<2 hex>`; that of the active span where spans are made. */
  traceparent: string;
  /** The id of the user who makes the request, for the audit log. */
  actor?: string | undefined;
  /** When the caller stops waiting, in milliseconds since the epoch; Infinity is never. */
  deadline: number;
}

const storage = new AsyncLocalStorage<RequestContext | undefined>();

/** Runs `work` inside a context; all that it awaits sees the same one. */
export const withRequestContext = <T>(context: RequestContext, work: () => T): T =>
  storage.run(context, () => underSpan(context.traceparent, work));

/** Runs work for many requests at once, so that it takes neither ids nor deadline from one of them. */
export const outsideRequest = <T>(work: () => T): T => storage.run(undefined, () => underSpan(undefined, work));

/** The context of the current request, if there is one. */
export const requestContext = (): RequestContext | undefined => storage.getStore();

/** The deadline of the current request, in milliseconds since the epoch; Infinity where there is none. */
export const deadlineOfRequest = (): number => storage.getStore()?.deadline ?? Infinity;

/** Says whose request the current one is, once that is known. */
export function setActor(userId: string): void {
  const context = storage.getStore();
  if (context) context.actor = userId;
}

/** Runs `work` as a step of the current request, where there is one. */
export function withTraceparent<T>(traceparent: string, work: () => T): T {
  const context = storage.getStore();
  return context ? storage.run({ ...context, traceparent }, work) : work();
}

/** The trace position of the current work, which may be a batch that belongs to no single request. */
export const currentTraceparent = (): string | undefined => activeTraceparent() ?? storage.getStore()?.traceparent;

/** Continues the caller's trace where the header is well-formed, else starts one. */
export function continueTrace(traceparent: string | undefined): string {
  const span = randomBytes(8).toString('hex');
  if (traceparent !== undefined && isTraceparent(traceparent)) {
    return `00-${traceparent.slice(3, 35)}-${span}-${traceparent.slice(53)}`;
  }
  return `00-${randomBytes(16).toString('hex')}-${span}-01`;
}

/** The 32 hex digits that all parts of one trace share. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);

/** The 16 hex digits of one step of a trace. */
export const spanIdOf = (traceparent: string): string => traceparent.slice(36, 52);

const state = { isOn: false };

/** Called once the SDK has started; until then no spans are made. */
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

/** A context whose spans are children of the named one, or start a trace. */
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
