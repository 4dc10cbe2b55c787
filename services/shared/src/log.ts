import { multistream, pino, destination, stdTimeFunctions, type Logger, type StreamEntry } from 'pino';
import { openLogFile } from './log-file';
import { currentTraceparent, requestContext, spanIdOf, traceIdOf } from './request-context';

export type Log = Logger;

export interface LogOptions {
  service: string;
  /** A pino level. */
  level: string;
  /** The folder of app.log, which all services of a machine share; empty for none. */
  directory: string;
}

const secrets = [
  'password',
  '*.password',
  'token',
  '*.token',
  'refreshToken',
  '*.refreshToken',
  'authorization',
  '*.authorization',
];

/** JSON lines on stdout and in `<directory>/app.log`, with the ids of the request in hand. */
export function createLog({ service, level, directory }: LogOptions): Log {
  const file = openLogFile(directory);
  const streams: StreamEntry[] = [{ level: 'trace', stream: destination(1) }];
  if (file) streams.push({ level: 'trace', stream: file });

  return pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets, censor: '[redacted]' },
      mixin: idsOfRequest,
      serializers: { error: pino.stdSerializers.err },
    },
    multistream(streams),
  );
}

function idsOfRequest(): object {
  const context = requestContext();
  const traceparent = currentTraceparent();
  return {
    ...(context && { requestId: context.requestId }),
    ...(traceparent !== undefined && { trace_id: traceIdOf(traceparent), span_id: spanIdOf(traceparent) }),
  };
}
