import type { AuditRule, Finding } from './audit-facts';

/** What an audit found, in numbers. */
export interface AuditResult {
  endedAt: Date;
  orders: number;
  findings: Record<AuditRule, number>;
}

const none: AuditResult['findings'] = {
  'stock-sum': 0,
  negative: 0,
  'held-sum': 0,
  'committed-sum': 0,
  reservation: 0,
  outbox: 0,
  mail: 0,
  'pending-too-old': 0,
  'outbox-too-old': 0,
  'mail-too-old': 0,
  'held-too-old': 0,
};

/** How many findings there are of each rule. */
export function countByRule(findings: Finding[]): AuditResult['findings'] {
  const counts = { ...none };
  for (const { rule } of findings) counts[rule] += 1;
  return counts;
}
