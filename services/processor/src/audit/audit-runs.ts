import type { Mongo } from '@orders/shared/mongo';
import type { AuditResult } from './audit-result';

interface AuditDocument {
  _id: 'last';
  /** Until then another processor audits; by the database's clock. */
  leaseUntil: Date;
  holder: string;
  /** When the next audit begins. */
  nextAt: Date;
  result?: AuditResult;
}

/** Which processor audits, and what the last audit found. */
export function createAuditRuns(database: Mongo) {
  const audits = () => database.collection<AuditDocument>('audits');
  const mine = (holder: string) => ({ _id: 'last' as const, holder, $expr: { $gt: ['$leaseUntil', '$$NOW'] } });

  return {
    /** Begins an audit where one is due and nobody else is at it; says whether it did. */
    claim: async ({ holder, leaseMs }: { holder: string; leaseMs: number }): Promise<boolean> => {
      const first = { leaseUntil: new Date(0), nextAt: new Date(0), holder: '' };
      await audits().updateOne({ _id: 'last' }, { $setOnInsert: first }, { upsert: true });
      const { modifiedCount } = await audits().updateOne(
        { _id: 'last', $expr: { $and: [{ $lte: ['$leaseUntil', '$$NOW'] }, { $lte: ['$nextAt', '$$NOW'] }] } },
        [{ $set: { leaseUntil: { $add: ['$$NOW', leaseMs] }, holder: { $literal: holder } } }],
      );
      return modifiedCount === 1;
    },

    /** Goes on; says whether the audit is still ours. */
    renew: async ({ holder, leaseMs }: { holder: string; leaseMs: number }): Promise<boolean> => {
      const { matchedCount } = await audits().updateOne(mine(holder), [
        { $set: { leaseUntil: { $add: ['$$NOW', leaseMs] } } },
      ]);
      return matchedCount === 1;
    },

    /** Ends an audit, and says when the next one begins; one that did not come to its end leaves the last result. */
    finish: async ({ holder, nextInMs, result }: Finished): Promise<void> => {
      const end = { leaseUntil: new Date(0), nextAt: { $add: ['$$NOW', nextInMs] } };
      await audits().updateOne(mine(holder), [{ $set: { ...end, ...(result && { result: { $literal: result } }) } }]);
    },

    last: async (): Promise<AuditResult | undefined> => (await audits().findOne({ _id: 'last' }))?.result,
  };
}

interface Finished {
  holder: string;
  nextInMs: number;
  result?: AuditResult;
}
