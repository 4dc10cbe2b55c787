import { unavailable } from '@orders/shared/errors';
import { countByRule, type AuditResult, type Finding } from './audit-facts';
import type { AuditNeeds } from './audit-readers';
import { createAuditSystem } from './audit-system';

export interface RunAuditNeeds extends AuditNeeds {
  runs: {
    claim: (run: { holder: string; leaseMs: number }) => Promise<boolean>;
    renew: (run: { holder: string; leaseMs: number }) => Promise<boolean>;
    finish: (run: { holder: string; nextInMs: number; result?: AuditResult }) => Promise<void>;
  };
  newId: () => string;
  isStopping: () => boolean;
  /** From the end of one audit to the start of the next. */
  intervalMs: number;
  report: (findings: Finding[]) => void;
}

// Far longer than reading a page or a recheck takes; after a crash another processor starts again.
const leaseMs = 120_000;
const retryMs = 60_000;

/** Audits the system when that is due; only one of several processors does it, under a lease that it renews page by page. */
export const createRunAudit = (needs: RunAuditNeeds) => async (): Promise<void> => {
  const { runs, isStopping, intervalMs } = needs;
  const holder = needs.newId();
  if (!(await runs.claim({ holder, leaseMs }))) return;
  const pace = async (orders: number): Promise<void> => {
    await needs.pace(orders);
    if (isStopping()) throw unavailable('the process is stopping');
    if (!(await runs.renew({ holder, leaseMs }))) throw unavailable('the lease of this audit was lost');
  };
  try {
    const { findings, endedAt, orders } = await createAuditSystem({ ...needs, pace })();
    const result = { endedAt, orders, findings: countByRule(findings) };
    needs.report(findings);
    await runs.finish({ holder, nextInMs: intervalMs, result });
  } catch (error) {
    await runs.finish({ holder, nextInMs: Math.min(intervalMs, retryMs) });
    throw error;
  }
};
