import type { ReserveAnswer } from '@orders/proto/reserve-answer';
import { registry } from '@orders/shared/metrics';
import { Counter, Gauge } from 'prom-client';

const retries = new Counter({
  name: 'inventory_group_commit_retries_total',
  help: 'Batches that were decided again, because another write came first or the result was unknown.',
  registers: [registry],
});

const reservations = new Counter({
  name: 'inventory_reservations_total',
  help: 'Reserve requests by outcome.',
  labelNames: ['outcome'],
  registers: [registry],
});

const held = new Gauge({
  name: 'inventory_reservations_held',
  help: 'Reservations that hold stock for an order that is not settled, or without an order.',
  registers: [registry],
});

const oldestHeld = new Gauge({
  name: 'inventory_reservations_held_oldest_age_seconds',
  help: 'Age of the oldest held reservation; 0 if there is none.',
  registers: [registry],
});

export const inventoryMetrics = {
  countRetry: (): void => retries.inc(),
  countReservation: (outcome: ReserveAnswer['outcome']): void =>
    reservations.inc({ outcome: outcome.replaceAll(' ', '_') }),
  setHeld: ({ count, oldestAgeSeconds }: { count: number; oldestAgeSeconds: number }): void => {
    held.set(count);
    oldestHeld.set(oldestAgeSeconds);
  },
};

export type InventoryMetrics = typeof inventoryMetrics;
