// The load generator: a process of its own that sends what the bench asks for and answers what came of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../statistics.mts';
import { openConnection, type HttpAnswer, type HttpConnection } from './http-connection.mts';
import type { Load, LoadResult, Shot } from './load.mts';

process.on('message', (load: Load) => {
  void generate(load).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function generate(load: Load): Promise<LoadResult> {
  const requests = load.shots.map((shot) => toText(shot, load));
  const notes = emptyNotes();
  const connections = await Promise.all(Array.from({ length: load.connections }, () => openConnection(load.port)));
  const startsAt = performance.now() + load.warmSeconds * 1_000;
  const endsAt = startsAt + load.seconds * 1_000;
  let cpu = process.cpuUsage();
  const warmed = setTimeout(() => {
    cpu = process.cpuUsage();
  }, load.warmSeconds * 1_000);

  await Promise.all(connections.map((one, place) => run({ load, requests, notes, startsAt, endsAt }, one, place)));
  clearTimeout(warmed);
  connections.forEach((connection) => connection.close());
  return toResult(load, notes, process.cpuUsage(cpu));
}

interface Notes {
  latencies: number[];
  refused: Record<string, number>;
  acknowledged: [string, number][];
}

interface Running {
  load: Load;
  requests: string[];
  notes: Notes;
  startsAt: number;
  endsAt: number;
}

const emptyNotes = (): Notes => ({ latencies: [], refused: {}, acknowledged: [] });

async function run(running: Running, connection: HttpConnection, place: number): Promise<void> {
  const { load, requests, endsAt } = running;
  const step = load.connections;
  if (load.everyMs !== undefined) await pause((load.everyMs * place) / step);
  for (let count = place; performance.now() < endsAt; count += step) {
    const sentAt = performance.now();
    const request = requests[count % requests.length] ?? '';
    const answer = await connection.send(load.hasKeys ? request.replace('{key}', randomUUID()) : request);
    note(running, answer, sentAt);
    if (load.everyMs !== undefined) await pause(Math.max(0, sentAt + load.everyMs - performance.now()));
  }
}

function note({ load, notes, startsAt, endsAt }: Running, { status, head }: HttpAnswer, sentAt: number): void {
  const answeredAt = performance.now();
  if (load.notesOrders && status === load.accepted) {
    notes.acknowledged.push([orderIdIn(head), performance.timeOrigin + answeredAt]);
  }
  if (answeredAt < startsAt || answeredAt > endsAt) return;
  if (status === load.accepted) notes.latencies.push(answeredAt - sentAt);
  else notes.refused[status] = (notes.refused[status] ?? 0) + 1;
}

const orderIdIn = (head: string) => /\r\nlocation: \/api\/order\/([0-9a-f-]{36})/i.exec(head)?.[1] ?? '';

function toResult(load: Load, notes: Notes, cpu: NodeJS.CpuUsage): LoadResult {
  const latencies = notes.latencies.sort((one, other) => one - other);
  return {
    accepted: latencies.length,
    refused: notes.refused,
    seconds: load.seconds,
    acceptedPerSecond: latencies.length / load.seconds,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    acknowledged: notes.acknowledged,
  };
}

function toText({ method, path, token, body }: Shot, { port, hasKeys }: Load): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(hasKeys ? ['Idempotency-Key: {key}'] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}
