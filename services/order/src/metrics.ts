import { DomainError } from '@orders/shared/errors';
import { describeSpan } from '@orders/shared/span';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Order } from './domain/order';
import type { OrderStatus } from '@orders/proto/order-status';

const placements = new Counter({
  name: 'orders_placed_total',
  help: 'Requests to place an order, by outcome: placed, replayed, or the reason why they were refused.',
  labelNames: ['outcome'],
});

const settleDuration = new Histogram({
  name: 'orders_settle_duration_seconds',
  help: 'Time from the insert of an order until it was Processed.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900],
});

const otherEnds = new Counter({
  name: 'orders_ended_otherwise_total',
  help: 'Orders that ended without being processed, by status: Cancelled or Failed.',
  labelNames: ['status'],
});

const republished = new Counter({
  name: 'orders_republished_total',
  help: 'Orders that were published again because they were not settled for long.',
});

const expired = new Counter({
  name: 'orders_reservations_expired_total',
  help: 'Reservations without an order that expired.',
});

const cacheReads = new Counter({
  name: 'orders_cache_reads_total',
  help: 'Reads of the order cache, by outcome: hit, miss, or away if Redis is unavailable.',
  labelNames: ['outcome'],
});

const pending = new Gauge({ name: 'orders_pending', help: 'Orders that are not settled yet.' });
const oldestPending = new Gauge({
  name: 'orders_pending_oldest_age_seconds',
  help: 'Age of the oldest order that is not settled; 0 if there is none.',
});
const oldestPublished = new Gauge({
  name: 'orders_published_oldest_age_seconds',
  help: 'Age of the oldest order that is published and not settled; 0 if there is none.',
});
const outboxEntries = new Gauge({
  name: 'orders_outbox_entries',
  help: 'Orders with open outbox entries, by kind: publish or release.',
  labelNames: ['kind'],
});
const oldestEntry = new Gauge({
  name: 'orders_outbox_oldest_age_seconds',
  help: 'Age of the oldest open outbox entry, by kind; 0 if there is none.',
  labelNames: ['kind'],
});

// Error codes of other services must not become labels without a bound.
const refusals = new Set([
  'OUT_OF_STOCK',
  'UNKNOWN_PRODUCT',
  'PRICE_CHANGED',
  'IDEMPOTENCY_KEY_REUSED',
  'UNAVAILABLE',
  'OVERLOADED',
]);

/** Counts the outcome of a request to place an order. */
export function countPlacement(outcome: 'placed' | 'replayed' | { error: unknown }): void {
  const label = typeof outcome === 'string' ? outcome : refusalOf(outcome.error);
  placements.inc({ outcome: label });
  describeSpan({ 'order.outcome': label });
}

function refusalOf(error: unknown): string {
  if (!(error instanceof DomainError)) return 'error';
  if (error.kind === 'INVALID') return 'invalid';
  return refusals.has(error.code) ? error.code.toLowerCase() : 'other';
}

/** Observes how long an order took that has just been processed. */
export const observeSettled = ({ createdAt, updatedAt }: Pick<Order, 'createdAt' | 'updatedAt'>): void =>
  settleDuration.observe(Math.max(0, updatedAt.getTime() - createdAt.getTime()) / 1_000);

export const countEnd = (status: OrderStatus): void => otherEnds.inc({ status });
export const countRepublished = (count: number): void => republished.inc(count);
export const countExpired = (count: number): void => expired.inc(count);
export const countCacheRead = (outcome: 'hit' | 'miss' | 'away'): void => cacheReads.inc({ outcome });

/** What is open in the database. */
export interface OpenWork {
  pending: { count: number; oldestAgeSeconds: number };
  /** Pending orders whose message is in the queue. */
  published: { oldestAgeSeconds: number };
  outbox: Record<'publish' | 'release', { count: number; oldestAgeSeconds: number }>;
}

export function showOpenWork(open: OpenWork): void {
  pending.set(open.pending.count);
  oldestPending.set(open.pending.oldestAgeSeconds);
  oldestPublished.set(open.published.oldestAgeSeconds);
  for (const kind of ['publish', 'release'] as const) {
    outboxEntries.set({ kind }, open.outbox[kind].count);
    oldestEntry.set({ kind }, open.outbox[kind].oldestAgeSeconds);
  }
}
