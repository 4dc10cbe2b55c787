// One log record as one line for people.

export interface LogRecord {
  level: string;
  time: string;
  service: string;
  msg: string;
  [key: string]: unknown;
}

/** A line that a service wrote; undefined where it is none. */
export function parseLine(line: string): LogRecord | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, time, service, msg = '', ...rest } = JSON.parse(line) as Record<string, unknown>;
    if (typeof level !== 'string' || typeof time !== 'string' || typeof service !== 'string') return undefined;
    return { ...rest, level, time, service, msg: String(msg) };
  } catch {
    return undefined;
  }
}

const serviceColours: Record<string, number> = { gateway: 36, auth: 35, inventory: 33, order: 32, processor: 34 };
const levelColours: Record<string, number> = { warn: 33, error: 31, fatal: 31 };
const colour = (code: number | undefined, text: string) =>
  code === undefined ? text : `\u001b[${code}m${text}\u001b[0m`;

/** Time, service, what happened, and the facts; ids of requests and spans only where they are asked for. */
export function formatRecord(record: LogRecord, { isColoured = true, withIds = false } = {}): string {
  const { level, time, service, msg, ...facts } = record;
  const paint = (code: number | undefined, text: string) => (isColoured ? colour(code, text) : text);
  const shown = Object.entries(facts).filter(([name]) => withIds || !idNames.has(name));
  const parts = [
    paint(2, time.slice(11, 23)),
    paint(serviceColours[service], service.padEnd(9)),
    paint(levelColours[level], level === 'info' ? msg : `${level.toUpperCase()} ${msg}`),
    ...shown.map(([name, value]) => paint(2, `${name}=${shortValue(value)}`)),
  ];
  return parts.join('  ');
}

const idNames = new Set(['requestId', 'trace_id', 'span_id']);

function shortValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isError(value)) return JSON.stringify(value.message);
  return JSON.stringify(value);
}

const isError = (value: unknown): value is { message: string } =>
  typeof value === 'object' && value !== null && typeof (value as { message?: unknown }).message === 'string';

/** All that any service wrote on behalf of one order, in the order of time: lines that name it, and those of its traces. */
export function wayOfOrder(records: LogRecord[], orderId: string): LogRecord[] {
  const isNamed = (record: LogRecord) => JSON.stringify(record).includes(orderId);
  const named = records.filter(isNamed);
  const traces = new Set(named.filter((record) => record['orderId'] === orderId).map((record) => record['trace_id']));
  traces.delete(undefined);
  return records
    .filter((record) => isNamed(record) || traces.has(record['trace_id']))
    .sort((left, right) => (left.time < right.time ? -1 : 1));
}
