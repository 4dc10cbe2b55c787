import { Gauge } from 'prom-client';
import type { AuditResult } from './audit-result';

/** Every processor tells what the last audit found, whichever of them ran it. */
export function collectAuditMetrics(readLast: () => Promise<AuditResult | undefined>): void {
  const findings = new Gauge({
    name: 'orders_audit_findings',
    help: 'Disagreements that the last audit of the whole system found, by rule.',
    labelNames: ['rule'],
    collect: async () => {
      // What was last known stays where the database does not answer.
      const last = await readLast().catch(() => undefined);
      if (!last) return;
      for (const [rule, count] of Object.entries(last.findings)) findings.set({ rule }, count);
      lastRun.set(last.endedAt.getTime() / 1_000);
      audited.set(last.orders);
    },
  });
  const lastRun = new Gauge({
    name: 'orders_audit_last_run_timestamp_seconds',
    help: 'When the last audit of the whole system came to its end.',
  });
  const audited = new Gauge({ name: 'orders_audit_orders', help: 'Orders that the last audit read.' });
}
