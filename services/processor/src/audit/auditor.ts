import { randomUUID } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import { createPeriodicTask, type RunningTask } from '@orders/shared/periodic-task';
import { collectAuditMetrics } from './audit-metrics';
import { createAuditReport } from './audit-report';
import { limitsOf } from './audit-limits';
import { createAuditRuns } from './audit-runs';
import { createAuditPace } from './audit-pace';
import { createRunAudit, type RunAuditNeeds } from './run-audit';

export interface AuditorNeeds extends Pick<RunAuditNeeds, 'stock' | 'orders' | 'mails' | 'wait' | 'isStopping'> {
  mongo: Mongo;
  log: Log;
  intervalSeconds: number;
  reservationTtlSeconds: number;
}

/** The audits of a processor and their metrics: a part that runs, or none where the interval is 0. */
export function createAuditor({
  mongo,
  log,
  intervalSeconds,
  reservationTtlSeconds,
  ...needs
}: AuditorNeeds): RunningTask[] {
  const intervalMs = intervalSeconds * 1_000;
  const runs = createAuditRuns(mongo);
  collectAuditMetrics(runs.last);
  const run = createRunAudit({
    ...needs,
    runs,
    intervalMs,
    // A million orders in about half an hour.
    pace: createAuditPace({ ordersPerSecond: 500, monotonicMs: () => performance.now(), wait: needs.wait }),
    now: () => new Date(),
    limits: limitsOf({ reservationLifeMs: reservationTtlSeconds * 1_000 }),
    newId: randomUUID,
    report: createAuditReport({ log }),
  });
  // When an audit is due is in the database; so often each processor looks.
  return intervalMs === 0
    ? []
    : [createPeriodicTask({ name: 'audit', intervalMs: Math.min(intervalMs, 30_000), run, log })];
}
