import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, multistream, pino, stdTimeFunctions, type Logger, type StreamEntry } from 'pino';
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

const maxBytes = 50 * 1024 * 1024;
const checkEveryMs = 5_000;

type LogFile = ReturnType<typeof destination>;

/**
 * Opens `<directory>/app.log` for appending; undefined where the folder cannot be written.
 * Past 50 MiB it is renamed to app.log.1, once by whichever process sees it first; the others notice and open it anew.
 */
export function openLogFile(directory: string): LogFile | undefined {
  if (directory === '') return undefined;
  const path = join(directory, 'app.log');
  const file = tryToOpen(directory, path);
  if (!file) return undefined;

  let inode = inodeOf(path);
  setInterval(() => {
    if (inodeOf(path) === inode && sizeOf(path) > maxBytes) renameSync(path, `${path}.1`);
    if (inodeOf(path) === inode) return;
    file.reopen();
    inode = inodeOf(path);
  }, checkEveryMs).unref();
  return file;
}

function tryToOpen(directory: string, path: string): LogFile | undefined {
  try {
    mkdirSync(directory, { recursive: true });
    return destination({ dest: path, append: true, sync: true });
  } catch {
    return undefined; // A read-only file system, as in a container: stdout has it all.
  }
}

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
