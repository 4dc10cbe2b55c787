import { DomainError } from '@orders/shared/errors';
import { describeSpan } from '@orders/shared/span';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Order } from './domain/order';
import type { OrderStatus } from './domain/order-state';

const placements = new Counter({
  name: 'orders_placed_total',
  help: 'Requests to place an order, by outcome: placed, replayed, or why it was refused.',
  labelNames: ['outcome'],
});

const settleDuration = new Histogram({
  name: 'orders_settle_duration_seconds',
  help: 'Seconds from the storing of an order until it was Processed.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900],
});

const otherEnds = new Counter({
  name: 'orders_ended_otherwise_total',
  help: 'Orders that were not processed, by the status they ended in: Cancelled or Failed.',
  labelNames: ['status'],
});

const republished = new Counter({
  name: 'orders_republished_total',
  help: 'Messages of pending orders that were published once more.',
});

const expired = new Counter({
  name: 'orders_reservations_expired_total',
  help: 'Reservations without an order whose stock was given back.',
});

const cacheReads = new Counter({
  name: 'orders_cache_reads_total',
  help: 'Looks into the cache of settled orders, by outcome: hit, miss or away.',
  labelNames: ['outcome'],
});

const pending = new Gauge({ name: 'orders_pending', help: 'Orders that wait to be settled.' });
const oldestPending = new Gauge({
  name: 'orders_pending_oldest_age_seconds',
  help: 'Age of the order that has been pending for longest; 0 where none is.',
});
const oldestPublished = new Gauge({
  name: 'orders_published_oldest_age_seconds',
  help: 'Age of the oldest order whose message was published and is not settled; 0 where none is.',
});
const outbox = new Gauge({
  name: 'orders_outbox_entries',
  help: 'Orders that owe an effect, by kind: publish or release.',
  labelNames: ['kind'],
});
const oldestOwed = new Gauge({
  name: 'orders_outbox_oldest_age_seconds',
  help: 'Age of the oldest effect that is owed, by kind; 0 where none is.',
  labelNames: ['kind'],
});

// A label must not grow with what other services say.
const refusals = new Set(['OUT_OF_STOCK', 'UNKNOWN_PRODUCT', 'IDEMPOTENCY_KEY_REUSED', 'UNAVAILABLE', 'OVERLOADED']);

/** What became of a request to place an order. */
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

/** An order has just been processed. */
export const observeSettled = ({ createdAt, updatedAt }: Pick<Order, 'createdAt' | 'updatedAt'>): void =>
  settleDuration.observe(Math.max(0, updatedAt.getTime() - createdAt.getTime()) / 1_000);

export const countEnd = (status: OrderStatus): void => otherEnds.inc({ status });
export const countRepublished = (count: number): void => republished.inc(count);
export const countExpired = (count: number): void => expired.inc(count);
export const countCacheRead = (outcome: 'hit' | 'miss' | 'away'): void => cacheReads.inc({ outcome });

/** What is open in the database at one moment. */
export interface OpenWork {
  pending: { count: number; oldestAgeSeconds: number };
  /** Pending orders whose message is with the queue. */
  published: { oldestAgeSeconds: number };
  owed: Record<'publish' | 'release', { count: number; oldestAgeSeconds: number }>;
}

export function showOpenWork(open: OpenWork): void {
  pending.set(open.pending.count);
  oldestPending.set(open.pending.oldestAgeSeconds);
  oldestPublished.set(open.published.oldestAgeSeconds);
  for (const kind of ['publish', 'release'] as const) {
    outbox.set({ kind }, open.owed[kind].count);
    oldestOwed.set({ kind }, open.owed[kind].oldestAgeSeconds);
  }
}
