import type { Log } from './log';
import type { Probes } from './probes';
import { stopTelemetry } from './start-telemetry';

/** A part of a process that is started in order, and stopped before the parts that it uses. */
export interface Part {
  name: string;
  start: () => Promise<void> | void;
  /** Called at once on SIGTERM, before the drain delay, so that parts that fetch their work stop fetching. */
  drain?: () => void;
  /** Finishes the current work and accepts no more. */
  stop: () => Promise<void> | void;
}

export interface RunOptions {
  log: Log;
  probes: Probes;
  parts: Part[];
  /** How long to keep serving after readiness went to 503, so that callers notice, in milliseconds. */
  drainDelayMs: number;
  /** The ports that it listens on, by the variable that sets each. */
  ports: Record<string, number>;
}

const stopTimeoutMs = 9_000;

/** Starts the parts in order; on SIGTERM or SIGINT drains and stops them in reverse, and exits with 0 within 10 s. */
export async function run({ log, probes, parts, drainDelayMs, ports }: RunOptions): Promise<void> {
  const started: Part[] = [];
  const lifecycle = { stopping: false };

  const stop = async (exitCode: number) => {
    if (lifecycle.stopping) return;
    lifecycle.stopping = true;
    probes.drain();
    for (const part of started) part.drain?.();
    setTimeout(() => {
      log.error('parts did not stop in time');
      process.exit(1);
    }, stopTimeoutMs).unref();
    await new Promise((resolve) => setTimeout(resolve, drainDelayMs));
    for (const part of started.reverse()) await stopPart(part, log);
    await Promise.all([probes.stop(), stopTelemetry()]);
    log.info('stopped');
    process.exit(exitCode);
  };

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'uncaught exception');
    process.exit(1);
  });

  try {
    probes.beginStart();
    await probes.start();
    for (const part of parts) {
      if (lifecycle.stopping) return;
      await part.start();
      started.push(part);
    }
    probes.endStart();
    log.info('started');
  } catch (error) {
    log.fatal({ error }, 'did not start');
    process.stderr.write(`${explainStart(error, ports)}\n`);
    process.exit(1);
  }
}

/** What went wrong, in a line; a port in use with its variable. */
function explainStart(error: unknown, ports: Record<string, number>): string {
  const message = error instanceof Error ? error.message : String(error);
  const inUse = Number(/EADDRINUSE.*:(\d+)/.exec(message)?.[1]);
  const variable = Object.keys(ports).find((name) => ports[name] === inUse);
  return variable === undefined
    ? message
    : `port ${inUse} is in use: stop the process that uses it, or set ${variable} to another`;
}

async function stopPart(part: Part, log: Log): Promise<void> {
  try {
    await part.stop();
  } catch (error) {
    log.error({ error, part: part.name }, 'part did not stop cleanly');
  }
}
