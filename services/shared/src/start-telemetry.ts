import type * as Instrumentation from '@opentelemetry/instrumentation-mongodb';
import type * as Sdk from '@opentelemetry/sdk-node';
import { tracingChannel } from 'node:diagnostics_channel';
import path from 'node:path';
import { context, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { z } from 'zod';
import { flag, readConfig } from './config';
import { turnTracingOn } from './request-context';

// Imported before all else: what is to be traced is changed while it is being loaded.
const { stop } = start();

/** Sends what is left; at once where nothing is traced. */
export const stopTelemetry = stop;

/** Without an address for spans nothing of the SDK is loaded. The SDK reads the other OTEL_ variables by itself. */
function start(): { stop: () => Promise<void> } {
  const config = readConfig({
    OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
    OTEL_SDK_DISABLED: flag(false),
    OTEL_SERVICE_NAME: z.string().default(ownName()),
  });
  const endpoint = config.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || config.OTEL_SDK_DISABLED) return { stop: () => Promise.resolve() };

  /* eslint-disable @typescript-eslint/no-require-imports -- an import would load it without an endpoint too */
  const { NodeSDK } = require('@opentelemetry/sdk-node') as typeof Sdk;
  const { MongoDBInstrumentation } = require('@opentelemetry/instrumentation-mongodb') as typeof Instrumentation;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const sdk = new NodeSDK({
    serviceName: config.OTEL_SERVICE_NAME,
    // The text of a command would be longer than all else, and says less than operation and collection.
    instrumentations: [new MongoDBInstrumentation({ dbStatementSerializer: () => '' })],
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  turnTracingOn();
  traceRedis();
  return { stop: () => sdk.shutdown().catch(() => undefined) };
}

/** The folder of the service: services/order/dist/main.js is order. */
function ownName(): string {
  return path.basename(path.resolve(process.argv[1] ?? '', '../..'));
}

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
