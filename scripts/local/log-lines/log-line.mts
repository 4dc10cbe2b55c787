// One log record as one line for people.
import { styleText } from 'node:util';

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

type Colour = Parameters<typeof styleText>[0];
const serviceColours: Record<string, Colour> = {
  gateway: 'cyan',
  auth: 'magenta',
  inventory: 'yellow',
  order: 'green',
  processor: 'blue',
};
const levelColours: Record<string, Colour> = { warn: 'yellow', error: 'red', fatal: 'red' };

/** Time, service, what happened, and the facts; without the ids of requests and spans. */
export function formatRecord(record: LogRecord): string {
  const { level, time, service, msg, ...facts } = record;
  const shown = Object.entries(facts).filter(([name]) => !idNames.has(name));
  const parts = [
    styleText('dim', time.slice(11, 23)),
    styleText(serviceColours[service] ?? 'reset', service.padEnd(9)),
    styleText(levelColours[level] ?? 'reset', level === 'info' ? msg : `${level.toUpperCase()} ${msg}`),
    ...shown.map(([name, value]) => styleText('dim', `${name}=${shortValue(value)}`)),
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
