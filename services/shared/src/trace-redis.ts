import { context, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { tracingChannel } from 'node:diagnostics_channel';

/** What ioredis tells of a command, the same object from its beginning to its end. */
interface RedisCommand {
  command: string;
  serverAddress: string;
  serverPort?: number;
  error?: unknown;
}

/** A span for each Redis command of a request. What nobody asked for, as a readiness check's ping, has none. */
export function traceRedis(): void {
  const tracer = trace.getTracer('order-placing');
  const spans = new WeakMap<object, Span>();
  const start = (command: RedisCommand) => {
    if (!trace.getSpanContext(context.active())) return;
    const name = command.command.toUpperCase();
    const attributes = {
      'db.system.name': 'redis',
      'db.operation.name': name,
      'server.address': command.serverAddress,
      ...(command.serverPort !== undefined && { 'server.port': command.serverPort }),
    };
    spans.set(command, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }));
  };
  const end = (command: RedisCommand) => {
    const span = spans.get(command);
    const { error } = command;
    if (error !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR, message: textOf(error) });
    span?.end();
  };
  // Every command answers by a promise, so that its end is the asynchronous one, also of a failure.
  tracingChannel<string, RedisCommand>('ioredis:command').subscribe({
    start: start,
    asyncStart: () => undefined,
    end: () => undefined,
    error: () => undefined,
    asyncEnd: end,
  });
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
