import { defineCollection, embedded } from '@orders/shared/collection';
import type { Mongo } from '@orders/shared/mongo';
import type { AuditResult } from './audit-facts';

export interface AuditDocument {
  _id: 'last';
  /** Until then the holder audits; by the database's clock. */
  leaseUntil: Date;
  holder: string;
  /** When the next audit is due. */
  nextAt: Date;
  result?: AuditResult;
}

export const auditCollection = defineCollection<AuditDocument>({
  name: 'audits',
  holds: 'One document: which processor audits, when the next audit is due, and the result of the last one.',
  fields: {
    _id: { type: String, required: true, enum: ['last'] },
    leaseUntil: { type: Date, required: true },
    holder: { type: String, required: true },
    nextAt: { type: Date, required: true },
    result: {
      type: embedded({
        endedAt: { type: Date, required: true },
        orders: { type: Number, required: true, min: 0 },
        findings: { type: Map, of: Number, required: true },
      }),
    },
  },
});

/** The lease of the running audit, and the result of the last one. */
export function createAuditRuns(database: Mongo) {
  const audits = () => database.collection(auditCollection);
  const ownLease = (holder: string) => ({ _id: 'last' as const, holder, $expr: { $gt: ['$leaseUntil', '$$NOW'] } });

  return {
    /** Starts an audit when one is due and none is running; whether it did. */
    claim: async ({ holder, leaseMs }: { holder: string; leaseMs: number }): Promise<boolean> => {
      const first = { leaseUntil: new Date(0), nextAt: new Date(0), holder: '' };
      await audits().updateOne({ _id: 'last' }, { $setOnInsert: first }, { upsert: true });
      const { modifiedCount } = await audits().updateOne(
        { _id: 'last', $expr: { $and: [{ $lte: ['$leaseUntil', '$$NOW'] }, { $lte: ['$nextAt', '$$NOW'] }] } },
        [{ $set: { leaseUntil: { $add: ['$$NOW', leaseMs] }, holder: { $literal: holder } } }],
      );
      return modifiedCount === 1;
    },

    /** Extends the lease; whether it was still ours. */
    renew: async ({ holder, leaseMs }: { holder: string; leaseMs: number }): Promise<boolean> => {
      const { matchedCount } = await audits().updateOne(ownLease(holder), [
        { $set: { leaseUntil: { $add: ['$$NOW', leaseMs] } } },
      ]);
      return matchedCount === 1;
    },

    /** Ends an audit and schedules the next one; without a result the last one stays. */
    finish: async ({ holder, nextInMs, result }: FinishedAudit): Promise<void> => {
      const end = { leaseUntil: new Date(0), nextAt: { $add: ['$$NOW', nextInMs] } };
      await audits().updateOne(ownLease(holder), [
        { $set: { ...end, ...(result && { result: { $literal: result } }) } },
      ]);
    },

    last: async (): Promise<AuditResult | undefined> => (await audits().findOne({ _id: 'last' }))?.result,
  };
}

interface FinishedAudit {
  holder: string;
  nextInMs: number;
  result?: AuditResult;
}
