import type { Log } from '@orders/shared/log';
import type { PeriodicTask } from '@orders/shared/periodic-task';
import { auditLimitsOf, type Finding } from './audit-facts';
import { createAuditPace } from './audit-system';
import { createRunAudit, type RunAuditNeeds } from './run-audit';

export interface AuditAdapters extends Pick<RunAuditNeeds, 'stock' | 'orders' | 'runs' | 'intervalMs'> {
  reservationLifeMs: number;
}

interface Needs extends Pick<RunAuditNeeds, 'mails' | 'deliveries' | 'now' | 'newId' | 'isStopping'> {
  log: Log;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
}

const loggedFindings = 100;

/** The worker that audits the whole system when that is due. */
export function composeAudit(audit: AuditAdapters, { log, monotonicMs, wait, ...needs }: Needs): PeriodicTask {
  const run = createRunAudit({
    ...needs,
    wait,
    ...audit,
    // A million orders in about half an hour.
    pace: createAuditPace({ ordersPerSecond: 500, monotonicMs, wait }),
    limits: auditLimitsOf({ reservationLifeMs: audit.reservationLifeMs }),
    report: (findings: Finding[]) => {
      for (const finding of findings.slice(0, loggedFindings)) log.error(finding, 'audit finding');
      log.info({ findings: findings.length }, 'audit finished');
    },
  });
  // The database knows when an audit is due; each processor checks this often.
  return { name: 'audit', intervalMs: Math.min(audit.intervalMs, 30_000), run };
}
