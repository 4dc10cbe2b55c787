import { registry } from '@orders/shared/metrics';
import { Counter, Histogram } from 'prom-client';
import type { ReservationAnswer } from './use-cases/reserve-stock';

const batchRequests = new Histogram({
  name: 'inventory_group_commit_batch_requests',
  help: 'Requests that shared one commit.',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128],
  registers: [registry],
});

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

export const observeBatch = (requests: number) => batchRequests.observe(requests);
export const countRetry = () => retries.inc();
export const countReservation = (outcome: ReservationAnswer['outcome']) =>
  reservations.inc({ outcome: outcome.replaceAll(' ', '_') });
