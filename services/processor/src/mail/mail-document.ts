import { defineCollection, type CollectionIndex } from '@orders/shared/collection';
import type { MailOutcome } from './ledger-entry';

/** How far a mail is, whether it is about an order or an account. */
export interface MailProgress {
  state: 'owed' | MailOutcome;
  /** Until then only the holder of the claim may send it; by the database's clock, the one that all processors share. */
  leaseUntil: Date;
  claim?: string;
  attempts: number;
  /** When its turn comes among the mails of all users; only while it waits in the queue of a backlog. */
  turn?: number;
  owedAt: Date;
  reason?: string;
  finishedAt?: Date;
  purgeAt?: Date;
}

export const progressFields = {
  state: { type: String, required: true, enum: ['owed', 'sent', 'rejected', 'dropped'] },
  leaseUntil: { type: Date, required: true },
  claim: { type: String },
  attempts: { type: Number, required: true, min: 0 },
  turn: { type: Number, min: 1 },
  owedAt: { type: Date, required: true },
  reason: { type: String },
  finishedAt: { type: Date },
  purgeAt: { type: Date },
};

export const progressIndexes: CollectionIndex[] = [
  {
    name: 'arrived',
    key: { state: 1, turn: 1, leaseUntil: 1 },
    partialFilterExpression: { state: 'owed' },
    reason: 'finds the mails that are due and have no turn yet, and those whose turn is next',
  },
  {
    name: 'turns-of-user',
    key: { userId: 1, turn: -1 },
    partialFilterExpression: { state: 'owed', turn: { $gt: 0 } },
    reason: 'finds the last turn of a user; holds only mails of a backlog',
  },
  {
    name: 'owed-since',
    key: { state: 1, owedAt: 1 },
    partialFilterExpression: { state: 'owed' },
    reason: 'finds the oldest pending mail; holds only pending ones, so it stays small',
  },
  {
    name: 'purge',
    key: { purgeAt: 1 },
    partialFilterExpression: { purgeAt: { $exists: true } },
    expireAfterSeconds: 0,
    reason: 'deletes mails 60 days after they ended; holds only finished ones',
  },
];

export const retiredProgressIndexes = ['owed', 'purge-finished'];

export interface MailDocument extends MailProgress {
  /** The orderId: an order gets one mail. */
  _id: string;
  /** Whose turn it is, where there is a turn. */
  userId?: string;
  requestId: string;
  traceparent: string;
}

export const mailCollection = defineCollection<MailDocument>({
  name: 'mails',
  holds: 'The mail of each settled order: pending (`owed`), sent, rejected or dropped.',
  fields: {
    _id: { type: String, required: true },
    userId: { type: String },
    ...progressFields,
    requestId: { type: String, required: true },
    traceparent: { type: String, required: true },
  },
  indexes: progressIndexes,
  retiredIndexes: retiredProgressIndexes,
});
