import type { Log } from '@orders/shared/log';
import type { Finding } from './audit-facts';

const mostLines = 100;

/** Says in the log what an audit found; the command tells all of it. */
export const createAuditReport =
  ({ log }: { log: Log }) =>
  (findings: Finding[]): void => {
    for (const finding of findings.slice(0, mostLines)) log.error(finding, 'audit finding');
    log.info({ findings: findings.length }, 'system audited');
  };
