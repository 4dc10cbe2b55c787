import { unavailable } from '@orders/shared/errors';
import type { Finding } from './audit-facts';
import { countByRule, type AuditResult } from './audit-result';
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

// Far longer than a page or a second look takes; after a crash another processor begins anew.
const leaseMs = 120_000;
const afterTroubleMs = 60_000;

/** Audits the system where it is due; of several processors one does it, page by page under a lease. */
export const createRunAudit = (needs: RunAuditNeeds) => async (): Promise<void> => {
  const { runs, isStopping, intervalMs } = needs;
  const holder = needs.newId();
  if (!(await runs.claim({ holder, leaseMs }))) return;
  const pace = async (orders: number): Promise<void> => {
    await needs.pace(orders);
    if (isStopping()) throw unavailable('the process is stopping');
    if (!(await runs.renew({ holder, leaseMs }))) throw unavailable('another processor audits');
  };
  try {
    const { findings, endedAt, orders } = await createAuditSystem({ ...needs, pace })();
    const result = { endedAt, orders, findings: countByRule(findings) };
    needs.report(findings);
    await runs.finish({ holder, nextInMs: intervalMs, result });
  } catch (error) {
    await runs.finish({ holder, nextInMs: Math.min(intervalMs, afterTroubleMs) });
    throw error;
  }
};
