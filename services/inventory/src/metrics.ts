import { registry } from '@orders/shared/metrics';
import { Counter, Gauge } from 'prom-client';
import type { ReservationAnswer } from './use-cases/change-reservations';

const retries = new Counter({
  name: 'inventory_group_commit_retries_total',
  help: 'Commits that were decided again, because another replica came first or the result was unknown.',
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
  help: 'Reservations that hold stock for an order which is not settled, or for none.',
  registers: [registry],
});

const oldestHeld = new Gauge({
  name: 'inventory_reservations_held_oldest_age_seconds',
  help: 'Age of the reservation that has been held for longest; 0 where none is.',
  registers: [registry],
});

export const inventoryMetrics = {
  countRetry: (): void => retries.inc(),
  countReservation: (outcome: ReservationAnswer['outcome']): void =>
    reservations.inc({ outcome: outcome.replaceAll(' ', '_') }),
  setHeld: ({ count, oldestAgeSeconds }: { count: number; oldestAgeSeconds: number }): void => {
    held.set(count);
    oldestHeld.set(oldestAgeSeconds);
  },
};

export type InventoryMetrics = typeof inventoryMetrics;
