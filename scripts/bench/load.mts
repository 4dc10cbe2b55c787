// Sends what the bench asks for, by autocannon, and notes what came of it.
import { randomUUID } from 'node:crypto';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: object;
}

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Sent before the clock starts, so that no connection is cold. */
  warmSeconds: number;
  /** Taken in turn by all connections. */
  shots: Shot[];
  /** The status of an accepted answer. */
  accepted: number;
  /** Sends each request under an idempotency key of its own. */
  hasKeys?: boolean;
  /** Others who ask for something at this rate meanwhile; what they are not answered counts as refused. */
  readers?: { perSecond: number; shots: Shot[] };
  /** Ends after so many requests, and not after the seconds. */
  amount?: number;
  onOrder?: (orderId: string, at: number) => void;
}

export interface LoadResult {
  acceptedPerSecond: number;
  /** All accepted answers, those of the warm-up too. */
  accepted: number;
  /** Answers of any other status, by status; 0 is no answer. */
  refused: Record<string, number>;
  p50: number;
  p95: number;
  p99: number;
}

// It is both at once, whatever its types say.
const start = autocannon as unknown as (options: autocannon.Options) => autocannon.Instance & PromiseLike<unknown>;

type OnResponse = Exclude<autocannon.Request['onResponse'], string | undefined>;

interface Client {
  /** How many requests autocannon lets this connection make. */
  responseMax: number;
}

const readerConnections = 10;

export async function runLoad(load: Load): Promise<LoadResult> {
  const { port, connections, seconds, warmSeconds, accepted, amount } = load;
  const histogram = createHistogram({ figures: 3 });
  const refused: Record<string, number> = {};
  const startsAt = performance.now() + warmSeconds * 1_000;
  const endsAt = amount === undefined ? startsAt + seconds * 1_000 : Infinity;
  let answered = 0;
  let next = 0;

  const options: autocannon.Options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: warmSeconds + seconds + 60,
    sampleInt: 50,
    ...(amount !== undefined && { amount }),
    requests: [
      {
        setupRequest: () => toRequest(load, next++),
        onResponse: (...[status, , , headers]: Parameters<OnResponse>) => {
          if (status === accepted) load.onOrder?.(orderIdIn(headers), performance.now());
        },
      },
    ],
  };
  const running = start(options);
  running.on('response', (...[client, status, , milliseconds]: [autocannon.Client, number, number, number]) => {
    const at = performance.now();
    // No request is cut off in the middle: its work would be paid for and not counted.
    if (at >= endsAt) (client as unknown as Client).responseMax = 1;
    if (status !== accepted) refused[status] = (refused[status] ?? 0) + 1;
    else {
      answered += 1;
      if (at >= startsAt && at < endsAt) histogram.record(Math.max(1, Math.round(milliseconds * 1_000)));
    }
  });
  running.on('reqError', () => (refused[0] = (refused[0] ?? 0) + 1));
  const stopReaders = startReaders(load, (status) => (refused[status] = (refused[status] ?? 0) + 1));
  await running;
  await stopReaders();
  return { ...latenciesOf(histogram), accepted: answered, refused, acceptedPerSecond: histogram.count / seconds };
}

/** Lets others ask for something at their rate, until they are stopped. */
function startReaders({ port, readers }: Load, onRefused: (status: number) => void): () => Promise<void> {
  if (!readers) return () => Promise.resolve();
  let next = 0;
  const running = start({
    url: `http://127.0.0.1:${port}`,
    connections: readerConnections,
    overallRate: readers.perSecond,
    duration: 600,
    requests: [{ setupRequest: () => toRequest(readers, next++) }],
  });
  running.on('response', (...[, status]: [autocannon.Client, number]) => {
    if (status !== 200) onRefused(status);
  });
  running.on('reqError', () => onRefused(0));
  return async () => {
    (running as unknown as { stop: () => void }).stop();
    await running;
  };
}

/** Sends one request after the other at an even pace, whatever the answers take. */
export async function runPaced(load: Omit<Load, 'connections' | 'warmSeconds'>, perSecond: number): Promise<void> {
  const { port, seconds, accepted, onOrder } = load;
  const sent: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let count = 0; count < seconds * perSecond; count += 1) {
    await sleep(Math.max(0, startedAt + (count * 1_000) / perSecond - performance.now()));
    const { method, path, headers, body } = toRequest(load, count);
    sent.push(
      fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: body ?? null }).then((response) => {
        if (response.status === accepted) onOrder?.(orderIdIn(Object.fromEntries(response.headers)), performance.now());
      }),
    );
  }
  await Promise.all(sent);
}

function toRequest({ shots, hasKeys = false }: Pick<Load, 'shots' | 'hasKeys'>, count: number) {
  const { method, path, token, body } = shots[count % shots.length] ?? fail();
  const headers: Record<string, string> = {
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(hasKeys && { 'Idempotency-Key': randomUUID() }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
  return { method, path, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function fail(): never {
  throw new Error('a load without requests');
}

const orderIdIn = (headers: NodeJS.Dict<string | string[]> = {}) =>
  String(headers['Location'] ?? headers['location'] ?? '')
    .split('/')
    .at(-1) ?? '';

const latenciesOf = (histogram: RecordableHistogram) => {
  const at = (percent: number) => (histogram.count === 0 ? NaN : histogram.percentile(percent) / 1_000);
  return { p50: at(50), p95: at(95), p99: at(99) };
};
